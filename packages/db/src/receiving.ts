import { sql, type Transaction } from 'kysely';
import { now, nowMinus } from './clock.ts';
import {
  BLOCK_SIZE,
  type Database,
  type Db,
  documentFormats,
  type SegmentOrigin,
  type TextFormat,
} from './database.ts';
import { extendExcerpt, readableSegments } from './excerpt.ts';
import { storeGlossary } from './glossary.ts';
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
  /** Default: plain. */
  readonly format?: TextFormat | undefined;
  /** Whether the source language was found by detection. */
  readonly detected?: boolean;
  /** Any value that JSON holds; given again by {@link readGlossary}. */
  readonly glossary?: unknown;
}

/** Whose block a segment belongs to where that is not the translation's own model. */
export interface BlockModel {
  readonly modelKey: string;
  readonly sourceLang: string;
}

export interface NewSegment {
  /** At most 16,384 UTF-16 code units, as `gap`. */
  readonly sourceText: string;
  readonly gap: string;
  /** Given when there is nothing to translate: the copy. */
  readonly targetText: string | null;
  readonly origin: SegmentOrigin | null;
  readonly flags: readonly string[];
  /** Given in a part of another language; a block holds segments of one model. */
  readonly blockModel?: BlockModel | undefined;
}

/** Begins a translation that takes text until {@link finishReceiving}; returns its id, a UUIDv7. */
export async function beginTranslation(db: Db, translation: NewTranslation): Promise<string> {
  const { owner, sourceLang, targetLang, modelKey, keep, format = 'plain', detected, glossary } = translation;
  const { open } = await db
    .selectFrom('translation')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('owner', '=', owner)
    .where('status', 'in', openStatuses)
    .executeTakeFirstOrThrow();
  const id = newTranslationId();
  await inTransaction(db, async (trx) => {
    if (glossary !== undefined) await storeGlossary(trx, id, glossary);
    await trx
      .insertInto('translation')
      .values({
        id: toBytes(id),
        owner,
        source_lang: sourceLang,
        target_lang: targetLang,
        detected: detected === true ? 1 : 0,
        has_glossary: glossary === undefined ? 0 : 1,
        model_key: modelKey,
        format,
        status: 'receiving',
        pace: paceOf(open + 1),
        keep: keep ? 1 : 0,
      })
      .execute();
  });
  return id;
}

/**
 * Appends segments whose first has the index `firstIndex`: whole blocks of 64. Only the last of the text may be shorter,
 * and those that end where another model's begins. Calling it again with the same segments changes nothing. Throws a {@link StoreError}
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
    if (translation.segment_count !== firstIndex) throw new StoreError('out_of_order');
    const isDocument = documentFormats.some((format) => format === translation.format);
    await insertBlocks(trx, key, translation, firstIndex, segments);
    await insertSegments(trx, key, firstIndex, segments);
    await trx
      .updateTable('translation')
      .set({
        excerpt: extendExcerpt(translation.excerpt, isDocument ? readableSegments(segments) : segments),
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
    .select(['segment_count', 'excerpt', 'format', 'model_key', 'pace'])
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
  const runs = blocksOf(segments);
  const last = await lastBlock(trx, id);
  const isWhole = last === undefined || (last.segment_count ?? BLOCK_SIZE) === BLOCK_SIZE;
  if (!isWhole && last.model_key === (segments[0]?.blockModel?.modelKey ?? model_key)) {
    throw new StoreError('out_of_order');
  }
  let first = firstIndex;
  const blocks = runs.map((members, position) => {
    const blockNo = (last?.block_no ?? -1) + 1 + position;
    const openCount = members.filter((segment) => segment.targetText === null).length;
    const { blockModel } = members[0] as NewSegment;
    const block = {
      translation_id: id,
      block_no: blockNo,
      model_key: blockModel?.modelKey ?? model_key,
      first_idx: first,
      segment_count: members.length,
      source_lang: blockModel?.sourceLang ?? null,
      state: openCount === 0 ? ('done' as const) : ('receiving' as const),
      turn: turnOf(blockNo, pace),
      open_count: openCount,
    };
    first += members.length;
    return block;
  });
  for (const values of packs(blocks, 1000, () => 1)) await trx.insertInto('block').values(values).execute();
}

/** Runs of segments of one model, none longer than a block. */
function blocksOf(segments: readonly NewSegment[]): NewSegment[][] {
  const blocks: NewSegment[][] = [];
  for (const segment of segments) {
    const block = blocks.at(-1);
    const isSame = block?.[0]?.blockModel?.modelKey === segment.blockModel?.modelKey;
    if (block !== undefined && isSame && block.length < BLOCK_SIZE) block.push(segment);
    else blocks.push([segment]);
  }
  return blocks;
}

async function lastBlock(trx: Transaction<Database>, id: Buffer) {
  return trx
    .selectFrom('block')
    .select(['block_no', 'segment_count', 'model_key'])
    .where('translation_id', '=', id)
    .orderBy('block_no', 'desc')
    .limit(1)
    .executeTakeFirst();
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
