import { connect, type Socket } from 'node:net';
import { createTestDatabase } from '@unlimited/local-stack';
import { type Figure, percentile } from './figures.ts';
import { startReplica } from './replica.ts';
import { type ShortTexts, shortTexts } from './short-texts.ts';

export interface HostileClientsOptions {
  readonly serverUrl: string;
  /** Connections that each attacker holds at once, or tries to. */
  readonly connections: number;
  /** Normal users. */
  readonly clients: number;
  readonly seconds: number;
}

const limits = {
  HEADERS_TIMEOUT_MS: '3000',
  MIN_UPLOAD_BYTES_PER_SECOND: '500',
  MAX_CONNECTIONS_PER_ADDRESS: '100',
  MAX_UPLOADS_PER_ADDRESS: '20',
};

/**
 * Normal users while others, each at a loopback address of its own, send headers and bodies byte by byte and open one
 * connection after another.
 *
 * @throws Error when a normal user gets anything but an answer, or to be put off; or when nothing was fended off.
 */
export async function hostileClients(options: HostileClientsOptions): Promise<Figure[]> {
  const { serverUrl, connections, clients, seconds } = options;
  const database = await createTestDatabase(serverUrl);
  const replica = await startReplica(database.url, limits);
  const port = Number(new URL(replica.url).port);
  try {
    const inPeace = await shortTexts({ url: replica.url, clients, seconds });
    const attackers = [
      new Attacker({ port, from: '127.0.0.2', connections, drip: 'X-Slow: 1\r\n', head: slowHeaders }),
      new Attacker({ port, from: '127.0.0.3', connections, drip: 'a', head: slowBody }),
      new Attacker({ port, from: '127.0.0.4', connections: connections * 4, drip: '', head: '' }),
    ];
    for (const attacker of attackers) attacker.begin();
    const attacked = await shortTexts({ url: replica.url, clients, seconds }).finally(() => {
      for (const attacker of attackers) attacker.end();
    });
    const errors = [...inPeace.errors, ...attacked.errors];
    if (errors.length > 0) throw new Error(`${errors.length} errors, such as ${errors[0]}`);
    const refused = await replica.metric('http_connections_refused_total');
    if (refused === 0) throw new Error('no connection was refused');
    return [
      { name: 'normal users', value: clients },
      { name: 'errors', value: 0 },
      { name: 'connections that attackers made', value: attackers.reduce((sum, { made }) => sum + made, 0) },
      { name: 'of them refused at once', value: refused },
      { name: 'cut for a slow body', value: await replica.metric('http_slow_uploads_total') },
      ...describe('in peace', inPeace),
      ...describe('under attack', attacked),
      { name: 'peak memory of the API', value: replica.peakRssMiB(), unit: 'MiB' },
    ];
  } finally {
    await replica.stop();
    await database.drop();
  }
}

const slowHeaders = 'GET /api/languages HTTP/1.1\r\nHost: a\r\n';
const slowBody =
  'POST /api/translations?sourceLang=de&targetLang=en HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n' +
  'Content-Length: 1000000\r\n\r\n';

function describe(name: string, { latenciesMs }: ShortTexts): Figure[] {
  const times = latenciesMs['text in, text out'];
  return [
    { name: `texts ${name}`, value: times.length },
    { name: `p50 ${name}`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `p95 ${name}`, value: percentile(times, 0.95), unit: 'ms' },
  ];
}

interface AttackerOptions {
  readonly port: number;
  readonly from: string;
  readonly connections: number;
  readonly head: string;
  /** Sent on each connection once a second. */
  readonly drip: string;
}

/** Holds as many connections as it can, and makes a new one for each that is closed. */
class Attacker {
  readonly #options: AttackerOptions;
  readonly #sockets = new Set<Socket>();
  #timer: NodeJS.Timeout | undefined;
  made = 0;

  constructor(options: AttackerOptions) {
    this.#options = options;
  }

  begin(): void {
    const { connections, drip } = this.#options;
    this.#timer = setInterval(() => {
      if (drip !== '') for (const socket of this.#sockets) socket.write(drip);
      while (this.#sockets.size < connections) this.#connect();
    }, 1000);
  }

  end(): void {
    clearInterval(this.#timer);
    for (const socket of this.#sockets) socket.destroy();
  }

  #connect(): void {
    const { port, from: localAddress, head } = this.#options;
    const socket = connect({ port, host: '127.0.0.1', localAddress });
    this.made++;
    this.#sockets.add(socket);
    socket.on('connect', () => head !== '' && socket.write(head));
    socket.on('error', () => undefined).resume();
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
