import { deleteTranslation, type TranslationRecord } from '@unlimited/db';
import type { FastifyReply } from 'fastify';
import type { Caller } from '../services/caller.ts';
import { readTargetText } from '../services/read-translation.ts';
import type { Services } from '../services/services.ts';
import { streamReply } from './stream-reply.ts';

export interface TargetTextOptions {
  readonly owner: Buffer;
  readonly caller: Caller;
  /** Remove the translation as soon as its text was delivered. */
  readonly forget: boolean;
}

/** Answers with the translated text, as it is made. */
export function sendTargetText(
  services: Services,
  { id }: TranslationRecord,
  reply: FastifyReply,
  { owner, caller, forget }: TargetTextOptions,
): FastifyReply {
  reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store');
  return streamReply(services, reply, { owner, caller }, async function* (signal) {
    yield* readTargetText(services, id, signal);
    if (!forget || signal.aborted) return;
    await deleteTranslation(services.db, { id, owner });
    services.maintenance.sweepSoon();
  });
}
