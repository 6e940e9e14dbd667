import { sql } from 'kysely';
import { now } from './clock.ts';
import type { Db } from './database.ts';
import { dropBlocks } from './drop-blocks.ts';
import { inTransaction, retryDeadlock } from './in-transaction.ts';
import { forgetOwnerMemory } from './owner-memory.ts';
import { toBytes } from './translation-id.ts';
import { openStatuses, recordColumns, type TranslationRecord, toRecord } from './translation-record.ts';

export interface OwnedId {
  readonly id: string;
  /** Hash of the owner's token, 32 bytes. */
  readonly owner: Buffer;
}

/** The state of an owner's translation; `undefined` when there is none, it is deleted, or it is somebody else's. */
export async function findTranslation(
  db: Db,
  { id, owner }: OwnedId,
): Promise<TranslationRecord | undefined> {
  const row = await db
    .selectFrom('translation')
    .select(recordColumns)
    .where('id', '=', toBytes(id))
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toRecord(row);
}

/** Gives a translation a title, or takes it away; returns its state, or `undefined` when the owner has none such. */
export async function renameTranslation(
  db: Db,
  { id, owner }: OwnedId,
  title: string | null,
): Promise<TranslationRecord | undefined> {
  await db
    .updateTable('translation')
    .set({ title })
    .where('id', '=', toBytes(id))
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .execute();
  return findTranslation(db, { id, owner });
}

/**
 * Stops a translation; what is finished stays readable. Results that arrive later are dropped. One that has already
 * ended stays as it is. Returns its state, or `undefined` when the owner has no such translation.
 */
export async function cancelTranslation(
  db: Db,
  { id, owner }: OwnedId,
): Promise<TranslationRecord | undefined> {
  const key = toBytes(id);
  const cancelled = await db
    .updateTable('translation')
    .set({ status: 'cancelled', finished_at: now })
    .where('id', '=', key)
    .where('owner', '=', owner)
    .where('status', 'in', openStatuses)
    .executeTakeFirst();
  if (cancelled.numUpdatedRows > 0n) await dropBlocks(db, key);
  return findTranslation(db, { id, owner });
}

/**
 * Goes on with a cancelled translation where it was. Any other stays as it is. Returns its state, or `undefined` when
 * the owner has no such translation.
 */
export async function resumeTranslation(
  db: Db,
  { id, owner }: OwnedId,
): Promise<TranslationRecord | undefined> {
  const key = toBytes(id);
  await inTransaction(db, async (trx) => {
    // Its row first: whoever is still dropping its blocks has done so before, or finds it open and leaves them.
    const cancelled = await trx
      .selectFrom('translation')
      .select('id')
      .where('id', '=', key)
      .where('owner', '=', owner)
      .where('status', '=', 'cancelled')
      .where('deleted_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (cancelled === undefined) return;
    await sql`update block force index (primary) set state = 'waiting', attempts = 0
      where translation_id = ${key} and state in ('dropped', 'receiving')`.execute(trx);
    await sql`update translation
      set status = if(done_count = segment_count, 'done', 'queued'),
        finished_at = if(done_count = segment_count, finished_at, null)
      where id = ${key}`.execute(trx);
  });
  return findTranslation(db, { id, owner });
}

/** Statuses of a deleted translation are final: then nothing that looks for open ones needs to ask for more. */
const deleted = {
  deleted_at: now,
  status: sql<'cancelled'>`if(status in (${sql.join(openStatuses)}), 'cancelled', status)`,
};

/**
 * Deletes a translation of the owner: nobody sees it from now on, and the next sweeps take away its rows, be it a
 * million, in small pieces. Returns whether there was one.
 */
export async function deleteTranslation(db: Db, { id, owner }: OwnedId): Promise<boolean> {
  const key = toBytes(id);
  const result = await db
    .updateTable('translation')
    .set(deleted)
    .where('id', '=', key)
    .where('owner', '=', owner)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (result.numUpdatedRows === 0n) return false;
  await dropBlocks(db, key);
  return true;
}

/**
 * Deletes all translations of the owner, as {@link deleteTranslation} does, and what she had remembered; returns how
 * many translations there were.
 */
export async function deleteTranslations(db: Db, { owner }: { owner: Buffer }): Promise<number> {
  await forgetOwnerMemory(db, { owner });
  let count = 0;
  for (;;) {
    const rows = await db
      .selectFrom('translation')
      .select(['id', 'status'])
      .where('owner', '=', owner)
      .where('deleted_at', 'is', null)
      .orderBy('id')
      .limit(500)
      .execute();
    if (rows.length === 0) return count;
    count += await markDeleted(
      db,
      rows.map((row) => row.id),
    );
    const open = rows.filter((row) => openStatuses.some((status) => status === row.status));
    for (const { id } of open) await dropBlocks(db, id);
  }
}

/** Marks translations as deleted and returns how many were not yet. */
export async function markDeleted(db: Db, ids: readonly Buffer[]): Promise<number> {
  if (ids.length === 0) return 0;
  const result = await retryDeadlock(db, () =>
    db
      .updateTable('translation')
      .set(deleted)
      .where('id', 'in', ids)
      .where('deleted_at', 'is', null)
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows);
}
