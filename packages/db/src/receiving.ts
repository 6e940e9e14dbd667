import { sql, type Transaction } from 'kysely';
import { now, nowMinus } from './clock.ts';
import { BLOCK_SIZE, type Database, type Db, type SegmentOrigin } from './database.ts';
import { extendExcerpt } from './excerpt.ts';
import { inTransaction, retryDeadlock } from './in-transaction.ts';
import { packs } from './packs.ts';
import { StoreError } from './store-error.ts';
import { newTranslationId, toBytes } from './translation-id.ts';
import { openStatuses, readRecord, type TranslationRecord } from './translation-record.ts';
import { paceOf, turnOf } from './turn.ts';

export interface NewTranslation {
  /** Hash of the owner's token, 32 bytes. */
  readonly owner: Buffer;
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly modelKey: string;
  readonly keep: boolean;
}

export interface NewSegment {
  /** At most 16,384 UTF-16 code units, as `gap`. */
  readonly sourceText: string;
  readonly gap: string;
  /** Given when there is nothing to translate: the copy. */
  readonly targetText: string | null;
  readonly origin: SegmentOrigin | null;
  readonly flags: readonly string[];
}

/** Begins a translation that takes text until {@link finishReceiving}; returns its id, a UUIDv7. */
export async function beginTranslation(db: Db, translation: NewTranslation): Promise<string> {
  const { owner, sourceLang, targetLang, modelKey, keep } = translation;
  const { open } = await db
    .selectFrom('translation')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('owner', '=', owner)
    .where('status', 'in', openStatuses)
    .executeTakeFirstOrThrow();
  const id = newTranslationId();
  await db
    .insertInto('translation')
    .values({
      id: toBytes(id),
      owner,
      source_lang: sourceLang,
      target_lang: targetLang,
      model_key: modelKey,
      status: 'receiving',
      pace: paceOf(open + 1),
      keep: keep ? 1 : 0,
    })
    .execute();
  return id;
}

/**
 * Appends segments whose first has the index `firstIndex`, a multiple of 64: whole blocks, only the last of the text
 * may be shorter. Calling it again with the same segments changes nothing. Throws a {@link StoreError}
 * `not_receiving` or `out_of_order`.
 */
export async function appendBlocks(
  db: Db,
  id: string,
  { firstIndex, segments }: { firstIndex: number; segments: readonly NewSegment[] },
): Promise<void> {
  if (segments.length === 0) return;
  const key = toBytes(id);
  await inTransaction(db, async (trx) => {
    const translation = await lockReceiving(trx, key);
    if (translation.segment_count === firstIndex + segments.length) return;
    if (translation.segment_count !== firstIndex || firstIndex % BLOCK_SIZE !== 0) {
      throw new StoreError('out_of_order');
    }
    await insertBlocks(trx, key, translation, firstIndex, segments);
    await insertSegments(trx, key, firstIndex, segments);
    await trx
      .updateTable('translation')
      .set({
        excerpt: extendExcerpt(translation.excerpt, segments),
        source_length: sql`source_length + ${segments.reduce((sum, segment) => sum + unitsOf(segment), 0)}`,
        segment_count: sql`segment_count + ${segments.length}`,
        done_count: sql`done_count + ${segments.filter((segment) => segment.targetText !== null).length}`,
        flagged_count: sql`flagged_count + ${segments.filter((segment) => segment.flags.length > 0).length}`,
        received_at: now,
      })
      .where('id', '=', key)
      .execute();
  });
}

async function lockReceiving(trx: Transaction<Database>, id: Buffer) {
  const translation = await trx
    .selectFrom('translation')
    .select(['segment_count', 'excerpt', 'model_key', 'pace'])
    .where('id', '=', id)
    .where('status', '=', 'receiving')
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!translation) throw new StoreError('not_receiving');
  return translation;
}

async function insertBlocks(
  trx: Transaction<Database>,
  id: Buffer,
  { model_key, pace }: { model_key: string; pace: number },
  firstIndex: number,
  segments: readonly NewSegment[],
): Promise<void> {
  const blocks = Array.from({ length: Math.ceil(segments.length / BLOCK_SIZE) }, (_, position) => {
    const blockNo = firstIndex / BLOCK_SIZE + position;
    const members = segments.slice(position * BLOCK_SIZE, (position + 1) * BLOCK_SIZE);
    const openCount = members.filter((segment) => segment.targetText === null).length;
    return {
      translation_id: id,
      block_no: blockNo,
      model_key,
      state: openCount === 0 ? ('done' as const) : ('receiving' as const),
      turn: turnOf(blockNo, pace),
      open_count: openCount,
    };
  });
  for (const values of packs(blocks, 1000, () => 1)) await trx.insertInto('block').values(values).execute();
}

async function insertSegments(
  trx: Transaction<Database>,
  id: Buffer,
  firstIndex: number,
  segments: readonly NewSegment[],
): Promise<void> {
  let index = firstIndex;
  for (const pack of packs(
    segments,
    1024,
    (segment) => unitsOf(segment) + (segment.targetText?.length ?? 0),
  )) {
    const rows = pack.map(
      ({ sourceText, gap, targetText, origin, flags }) =>
        sql`(${id}, ${index++}, ${sourceText}, ${gap}, ${targetText}, ${origin}, ${flags.join(',')})`,
    );
    // Raw, for it is where an upload spends its time: the query builder takes twice as long as the server.
    await sql`insert into segment (translation_id, idx, source_text, gap, target_text, origin, flags)
      values ${sql.join(rows)}`.execute(trx);
  }
}

function unitsOf({ sourceText, gap }: NewSegment): number {
  return sourceText.length + gap.length;
}

/**
 * Ends the upload: from now on its blocks are claimable, or it is done if nothing is left to translate. Calling it
 * again only returns the record. Throws a {@link StoreError} `not_receiving` when there is no such translation.
 */
export async function finishReceiving(db: Db, id: string): Promise<TranslationRecord> {
  const key = toBytes(id);
  return inTransaction(db, async (trx) => {
    const finished = await trx
      .updateTable('translation')
      .set({
        finished_at: sql`if(done_count = segment_count, now(6), null)`,
        status: sql`if(done_count = segment_count, 'done', 'queued')`,
        received_at: now,
      })
      .where('id', '=', key)
      .where('status', '=', 'receiving')
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (finished.numUpdatedRows > 0n) {
      await sql`update block force index (primary) set state = 'waiting'
        where translation_id = ${key} and state = 'receiving'`.execute(trx);
    }
    const record = await readRecord(trx, key);
    if (!record) throw new StoreError('not_receiving');
    return record;
  });
}

/** Forgets an upload that broke off: it is gone from sight at once, and from the tables with the next sweep. */
export async function abandonReceiving(db: Db, id: string): Promise<void> {
  await db
    .updateTable('translation')
    .set({ deleted_at: now, status: 'failed' })
    .where('id', '=', toBytes(id))
    .where('status', '=', 'receiving')
    .execute();
}

/** Forgets the uploads into which nothing has come for `olderThanMs` (their replica died); returns how many. */
export async function removeStaleReceiving(
  db: Db,
  { olderThanMs }: { olderThanMs: number },
): Promise<number> {
  const result = await retryDeadlock(db, () =>
    db
      .updateTable('translation')
      .set({ deleted_at: now, status: 'failed' })
      .where('status', '=', 'receiving')
      .where('received_at', '<', nowMinus(olderThanMs))
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows);
}
