import type { Server } from 'node:http';
import { Counter, Gauge, type Registry } from 'prom-client';
import { clientNetwork } from './services/client-network.ts';

export interface ConnectionBounds {
  /** 0: any number. */
  readonly total: number;
  /** 0: any number. */
  readonly perAddress: number;
}

/** Closes connections that are too many as soon as they are made, so that they cost no more than that. */
export function limitConnections(
  server: Server,
  registry: Registry,
  { total, perAddress }: ConnectionBounds,
): void {
  const registers = [registry];
  const refused = new Counter({
    name: 'http_connections_refused_total',
    help: 'Connections closed because there were too many, of one address or in all',
    registers,
  });
  let open = 0;
  new Gauge({
    name: 'http_connections_open',
    help: 'Connections of clients and proxies',
    registers,
    collect() {
      this.set(open);
    },
  });
  const taken = new Map<string, number>();
  server.on('connection', (socket) => {
    const address = clientNetwork(socket.remoteAddress ?? '');
    const own = taken.get(address) ?? 0;
    if ((total > 0 && open >= total) || (perAddress > 0 && own >= perAddress)) {
      refused.inc();
      socket.destroy();
      return;
    }
    open++;
    if (perAddress > 0) taken.set(address, own + 1);
    socket.once('close', () => {
      open--;
      const left = (taken.get(address) ?? 1) - 1;
      if (left > 0) taken.set(address, left);
      else taken.delete(address);
    });
  });
}
