import { sql } from 'kysely';
import { now, nowPlus } from './clock.ts';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';
import { toBytes } from './translation-id.ts';
import { recordColumns, type TranslationRecord, toRecord } from './translation-record.ts';
import type { OwnedId } from './translations.ts';

/** Links to one translation that hold at the same time; a newer one takes the place of the one that ends first. */
export const MAX_SHARES = 50;

export interface NewShare extends OwnedId {
  /** Hash of the token, 32 bytes: who holds the token may read the translation. */
  readonly tokenHash: Buffer;
  readonly expiresInMs: number;
}

/** Lets whoever holds a token read a translation of the owner, for a time. Returns when it ends, or `undefined` without such a translation. */
export async function createShare(
  db: Db,
  { id, owner, tokenHash, expiresInMs }: NewShare,
): Promise<Date | undefined> {
  const key = toBytes(id);
  const { numAffectedRows } = await sql`
    insert into share (token_hash, translation_id, expires_at)
    select ${tokenHash}, id, ${nowPlus(expiresInMs)} from translation
    where id = ${key} and owner = ${owner} and deleted_at is null`.execute(db);
  if (numAffectedRows === 0n) return undefined;
  await removeSurplus(db, key, tokenHash);
  const { expires_at } = await db
    .selectFrom('share')
    .select('expires_at')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirstOrThrow();
  return expires_at;
}

async function removeSurplus(db: Db, translationId: Buffer, newest: Buffer): Promise<void> {
  const surplus = await db
    .selectFrom('share')
    .select('token_hash')
    .where('translation_id', '=', translationId)
    .where('token_hash', '!=', newest)
    .orderBy('expires_at', 'desc')
    .offset(MAX_SHARES - 1)
    .limit(MAX_SHARES)
    .execute();
  if (surplus.length === 0) return;
  const hashes = surplus.map((row) => row.token_hash);
  await retryDeadlock(db, () => db.deleteFrom('share').where('token_hash', 'in', hashes).execute());
}

/** When the links to a translation end, the last one first. Empty as well when the owner has no such translation. */
export async function listShares(db: Db, { id, owner }: OwnedId): Promise<Date[]> {
  const rows = await db
    .selectFrom('share')
    .innerJoin('translation', 'translation.id', 'share.translation_id')
    .select('share.expires_at')
    .where('share.translation_id', '=', toBytes(id))
    .where('translation.owner', '=', owner)
    .where('translation.deleted_at', 'is', null)
    .where('share.expires_at', '>', now)
    .orderBy('share.expires_at', 'desc')
    .execute();
  return rows.map((row) => row.expires_at);
}

/** Ends all links to a translation of the owner. */
export async function deleteShares(db: Db, { id, owner }: OwnedId): Promise<void> {
  await retryDeadlock(db, () =>
    db
      .deleteFrom('share')
      .where('translation_id', '=', toBytes(id))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('translation')
            .select('translation.id')
            .whereRef('translation.id', '=', 'share.translation_id')
            .where('translation.owner', '=', owner),
        ),
      )
      .execute(),
  );
}

/** The state of a translation that a token opens; `undefined` when it opens nothing, not this one, or not any more. */
export async function findSharedTranslation(
  db: Db,
  { id, tokenHash }: { readonly id: string; readonly tokenHash: Buffer },
): Promise<TranslationRecord | undefined> {
  const key = toBytes(id);
  const row = await db
    .selectFrom('translation')
    .select(recordColumns)
    .where('id', '=', key)
    .where('deleted_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('share')
          .select('share.token_hash')
          .where('share.token_hash', '=', tokenHash)
          .where('share.translation_id', '=', key)
          .where('share.expires_at', '>', now),
      ),
    )
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Takes away up to `limit` links that have ended; returns how many. */
export async function removeExpiredShares(db: Db, { limit }: { readonly limit: number }): Promise<number> {
  const result = await retryDeadlock(db, () =>
    sql`delete from share where expires_at < ${now} order by expires_at limit ${sql.lit(limit)}`.execute(db),
  );
  return Number(result.numAffectedRows ?? 0n);
}
