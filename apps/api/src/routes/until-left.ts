import type { FastifyReply } from 'fastify';
import type { Services } from '../services/services.ts';

/** Aborts when the caller leaves before the answer, or the process shuts down. */
export function untilLeft({ closing }: Pick<Services, 'closing'>, { raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.on('close', () => left.abort());
  return AbortSignal.any([left.signal, closing]);
}
