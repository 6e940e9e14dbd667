import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../problem-error.ts';

/** Bodies of up to so many bytes are not counted: there may be as many as there are connections. */
const smallBytes = 65_536;
const retryAfterSeconds = 5;

/**
 * Bounds what JSON bodies that are under way hold in memory, all together: unlike a text that is streamed, each is there as a
 * whole until its answer has ended. Whoever comes when it is full is put off before anything is read.
 */
export function largeBodies(
  app: FastifyInstance,
  { maxJsonBytes, totalBytes }: { maxJsonBytes: number; totalBytes: number },
): void {
  let held = 0;
  app.addHook('onRequest', async ({ raw }, reply) => {
    const bytes = jsonBytes(raw, maxJsonBytes);
    if (bytes <= smallBytes) return;
    if (held + bytes > totalBytes) {
      throw new ProblemError('unavailable', 'Too many large bodies at once.', { retryAfterSeconds });
    }
    held += bytes;
    reply.raw.once('close', () => {
      held -= bytes;
    });
  });
}

/** What the body may take at most; 0 for what is streamed, or refused for its size. */
function jsonBytes({ headers }: IncomingMessage, maxJsonBytes: number): number {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return 0;
  if (headers['transfer-encoding'] !== undefined) return maxJsonBytes;
  const bytes = Number(headers['content-length'] ?? 0);
  return bytes > maxJsonBytes ? 0 : bytes;
}
