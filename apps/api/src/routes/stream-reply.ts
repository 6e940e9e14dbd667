import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../services/caller.ts';
import type { Services } from '../services/services.ts';

/**
 * Answers with a text that is made while it is sent, at the pace of the reader, who holds one of her places for
 * streams meanwhile. `make` is given a signal that aborts when the reader leaves or the process shuts down.
 *
 * @throws ProblemError when the places are taken.
 */
export function streamReply(
  { streams, closing }: Pick<Services, 'streams' | 'closing'>,
  reply: FastifyReply,
  { owner, caller }: { owner: Buffer; caller: Caller },
  make: (signal: AbortSignal) => AsyncIterable<string>,
): FastifyReply {
  // Its headers are all that HEAD asks for.
  if (reply.request.method === 'HEAD') return reply.send(Readable.from([]));
  const giveBack = streams.take(owner, caller);
  const left = new AbortController();
  reply.raw.on('close', () => {
    left.abort();
    giveBack();
  });
  const text = make(AbortSignal.any([left.signal, closing]));
  return reply.send(Readable.from(text, { objectMode: false }));
}
