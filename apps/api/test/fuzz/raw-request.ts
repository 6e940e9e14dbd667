import { connect } from 'node:net';

/** A request as it goes over the wire, well-formed or not. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The body may be shorter than announced: the sender leaves after it, and need not be answered. */
  readonly breaksOff?: boolean;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const patienceMs = 120_000;

/**
 * Sends bytes as they are, which no HTTP client would, and reads until the server has said all; `undefined` when the
 * sender left without an answer.
 */
export async function sendRaw(url: string, request: RawRequest): Promise<RawAnswer | undefined> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')));
  const received: Buffer[] = [];
  await new Promise<void>((resolve, reject) => {
    socket.on('data', (piece) => received.push(piece));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // A server that has answered need not take the rest of a body.
      const late = received.length > 0 && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
      if (late) resolve();
      else reject(error);
    });
    socket.on('close', () => resolve());
    // A sender that closes its side has left, as this server sees it.
    socket.write(toBytes(request), () => request.breaksOff && socket.end());
  });
  if (request.breaksOff && received.length === 0) return undefined;
  return readAnswer(Buffer.concat(received));
}

function toBytes({ method, target, headers, body }: RawRequest): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${method} ${target} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

/** The last answer, after those of status 1xx. */
function readAnswer(bytes: Buffer): RawAnswer {
  const text = bytes.toString();
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1]);
  if (end < 0 || Number.isNaN(status))
    throw new Error(`no HTTP answer: ${JSON.stringify(text.slice(0, 200))}`);
  const rest = text.slice(end + 4);
  if (status < 200) return readAnswer(Buffer.from(rest));
  const headers = new Map(lines.map((line) => line.split(/: ?(.*)/s, 2) as [string, string]));
  const lower = new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    status,
    headers: lower,
    body: lower.get('transfer-encoding') === 'chunked' ? unchunk(rest) : rest,
  };
}

function unchunk(text: string): string {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    const length = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (lineEnd < 0 || !(length > 0)) return Buffer.concat(pieces).toString();
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + length));
    at = lineEnd + 2 + length + 2;
  }
}
