import { SHARE_TOKEN_HEADER } from '@unlimited/contract';
import { findSharedTranslation, findTranslation, type TranslationRecord } from '@unlimited/db';
import type { FastifyRequest } from 'fastify';
import { ownerOf } from '../plugins/owner.ts';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';
import { hashShown } from '../services/token.ts';
import type { TranslationParams } from './own-translation.ts';

/** A translation and who reads it: its owner, or those who hold a link to it, all of them together. */
export interface ReadableTranslation {
  readonly record: TranslationRecord;
  readonly reader: Buffer;
  readonly isOwner: boolean;
}

/**
 * The translation that the path names, if it is the caller's or a link opens it.
 *
 * @throws ProblemError `translation_not_found`, whether there is none or it is not for the caller.
 */
export async function readableTranslation(
  { db }: Pick<Services, 'db'>,
  request: FastifyRequest<{ Params: TranslationParams }>,
): Promise<ReadableTranslation> {
  const { id } = request.params;
  const owner = ownerOf(request);
  const own = owner && (await findTranslation(db, { id, owner }));
  if (owner !== undefined && own !== undefined) return { record: own, reader: owner, isOwner: true };
  const tokenHash = hashShown(request.headers[SHARE_TOKEN_HEADER]);
  const shared = tokenHash && (await findSharedTranslation(db, { id, tokenHash }));
  if (tokenHash === undefined || shared === undefined) throw new ProblemError('translation_not_found');
  return { record: shared, reader: tokenHash, isOwner: false };
}

const recheckMs = 15_000;

/**
 * What a reader is sent, for as long as the translation is readable: a link that ends, or is taken back, ends the
 * streams of those who came by it as well.
 *
 * @throws what {@link readableTranslation} throws.
 */
export async function* whileReadable<T>(
  services: Pick<Services, 'db'>,
  request: FastifyRequest<{ Params: TranslationParams }>,
  { isOwner }: ReadableTranslation,
  items: AsyncIterable<T>,
): AsyncGenerator<T> {
  let checkedAt = performance.now();
  for await (const item of items) {
    if (!isOwner && performance.now() - checkedAt >= recheckMs) {
      await readableTranslation(services, request);
      checkedAt = performance.now();
    }
    yield item;
  }
}
