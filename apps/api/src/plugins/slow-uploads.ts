import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Counter, type Registry } from 'prom-client';

export interface SlowUploadsOptions {
  /** Bytes a second that a body must make on average over `periodMs`; 0: any. */
  readonly minBytesPerSecond: number;
  readonly periodMs?: number;
}

/**
 * Cuts the connections of clients that send a body too slowly: each holds a place that others want. A time-out for the
 * whole would cut long texts; this one asks only that something comes, and only while we are the ones who wait.
 */
export function slowUploads(
  app: FastifyInstance,
  registry: Registry,
  { minBytesPerSecond, periodMs = 10_000 }: SlowUploadsOptions,
): void {
  const cut = new Counter({
    name: 'http_slow_uploads_total',
    help: 'Connections cut because a body came too slowly',
    registers: [registry],
  });
  if (minBytesPerSecond === 0) return;
  const receiving = new Map<IncomingMessage, Mark>();
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.complete || !hasBody(raw)) return;
    receiving.set(raw, markOf(raw));
    const forget = () => receiving.delete(raw);
    raw.once('end', forget).once('close', forget);
  });
  const least = (minBytesPerSecond * periodMs) / 1000;
  const timer = setInterval(() => {
    for (const [raw, before] of receiving) {
      const mark = markOf(raw);
      // What lies unread here waits for us, not for the client.
      const waitsForUs = raw.readableLength > 0;
      if (waitsForUs || mark.bytes - before.bytes >= least) receiving.set(raw, mark);
      else if (mark.atMs - before.atMs >= periodMs) {
        receiving.delete(raw);
        cut.inc();
        raw.destroy();
      }
    }
  }, periodMs / 5);
  timer.unref();
  app.addHook('onClose', async () => clearInterval(timer));
}

/** How much had come when. */
interface Mark {
  readonly bytes: number;
  readonly atMs: number;
}

function markOf({ socket }: IncomingMessage): Mark {
  return { bytes: socket.bytesRead, atMs: performance.now() };
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
