import { findTranslation, type TranslationRecord } from '@unlimited/db';
import type { FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { ownerOf } from '../plugins/owner.ts';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';

export const TranslationParams = Type.Object({
  id: Type.String({ format: 'uuid', description: 'Of the translation' }),
});
export type TranslationParams = Static<typeof TranslationParams>;

type TranslationRoute = FastifyRequest<{ Params: TranslationParams }>;

/**
 * The id in the path together with the caller.
 *
 * @throws ProblemError `translation_not_found` for a caller without a cookie, who has none.
 */
export function ownedId(request: TranslationRoute): { id: string; owner: Buffer } {
  const owner = ownerOf(request);
  if (owner === undefined) throw new ProblemError('translation_not_found');
  return { id: request.params.id, owner };
}

/**
 * The translation that the path names, if it is the caller's.
 *
 * @throws ProblemError `translation_not_found`, whether there is none or it is somebody else's.
 */
export async function ownTranslation(
  { db }: Pick<Services, 'db'>,
  request: TranslationRoute,
): Promise<TranslationRecord> {
  const record = await findTranslation(db, ownedId(request));
  if (record === undefined) throw new ProblemError('translation_not_found');
  return record;
}
