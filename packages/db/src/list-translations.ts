import { sql } from 'kysely';
import type { Db } from './database.ts';
import { toBytes } from './translation-id.ts';
import { type RecordRow, recordColumns, type TranslationRecord, toRecord } from './translation-record.ts';

/** Of how much source text, in UTF-16 code units and newest first, a search looks at every sentence. */
const SEARCHED_UNITS = 10_000_000;

export interface ListOptions {
  readonly owner: Buffer;
  /** Finds translations whose title, source or target text holds these characters; upper or lower case, any accents. */
  readonly q?: string | undefined;
  /** Only those older than this id. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/**
 * The owner's history, newest first: all that is kept, deleted ones aside.
 *
 * A search reads the sentences of the owner's newest translations, up to 10 million characters of source text (those
 * older are found by their first 200), because a substring can be in any of them and no index of both engines knows
 * substrings. It finds nothing that begins in one sentence and ends in another.
 */
export async function listTranslations(
  db: Db,
  { owner, q, before, limit }: ListOptions,
): Promise<TranslationRecord[]> {
  const older = before === undefined ? sql`` : sql`and id < ${toBytes(before)}`;
  const found = q === undefined || q === '' ? sql`` : sql`and ${holds(q, await oldestSearched(db, owner))}`;
  // The index is named, because MySQL likes to intersect it with those of two other columns, which reads all of them.
  const { rows } = await sql<RecordRow>`
    select ${sql.join(recordColumns.map((column) => sql.ref(column)))}
    from translation force index (translation_history)
    where owner = ${owner} and keep = 1 and deleted_at is null ${older} ${found}
    order by id desc limit ${limit}`.execute(db);
  return rows.map(toRecord);
}

/** The id down to which the sentences are searched, by the budget; `null` when there are none. */
async function oldestSearched(db: Db, owner: Buffer): Promise<Buffer | null> {
  const { rows } = await sql<{ oldest: Buffer | null }>`
    select min(id) as oldest from (
      select id, sum(source_length) over (order by id desc) - source_length as newer
      from translation force index (translation_history)
      where owner = ${owner} and keep = 1 and deleted_at is null) searched
    where newer < ${SEARCHED_UNITS}`.execute(db);
  return rows[0]?.oldest ?? null;
}

function holds(q: string, oldest: Buffer | null) {
  const pattern = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const like = sql`like ${pattern} collate utf8mb4_unicode_520_ci`;
  return sql`(excerpt ${like} or title ${like} or (id >= ${oldest} and exists (
    select 1 from segment s where s.translation_id = translation.id
      and (s.source_text ${like} or s.target_text ${like}))))`;
}
