import { createHash, createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';
import { withNamedLock } from './named-lock.ts';
import { packs } from './packs.ts';
import { parseFlags } from './segments.ts';

const PIECE = 500;
/** Entries up to which a count is cheap. */
const COUNTED_EXACTLY = 100_000;

/** What a target text is remembered for. */
export interface MemoryKey {
  readonly sourceText: string;
  /** What else decided how it came out, such as the entries of a glossary. Any text; empty like none. */
  readonly condition?: string | undefined;
}

/** What a text became. */
export interface Remembered {
  readonly targetText: string;
  /** What is wrong with it, though nothing better was found. */
  readonly flags: readonly string[];
}

/** The condition is the key of the hash and not part of what is hashed: no text can pass for another's. */
function hashOf({ sourceText, condition = '' }: MemoryKey): Buffer {
  const hash = condition === '' ? createHash('sha256') : createHmac('sha256', condition);
  return hash.update(sourceText).digest();
}

/** The distinct texts with their hashes, in the order of the key, which is the order in which rows are locked. */
function byHash<T extends MemoryKey>(items: readonly T[]): { item: T; hash: Buffer }[] {
  const distinct = new Map(items.map((item) => [item.sourceText, item]));
  return [...distinct.values()]
    .map((item) => ({ item, hash: hashOf(item) }))
    .sort((a, b) => Buffer.compare(a.hash, b.hash));
}

/** What is known for these source texts, by source text. What is found counts as used today. */
export async function lookupMemory(
  db: Db,
  {
    modelKey,
    sourceTexts,
    conditionOf,
  }: {
    modelKey: string;
    sourceTexts: readonly string[];
    /** The condition of a text; default: none. */
    conditionOf?: (sourceText: string) => string | undefined;
  },
): Promise<Map<string, Remembered>> {
  const known = new Map<string, Remembered>();
  const keys = sourceTexts.map((sourceText) => ({ sourceText, condition: conditionOf?.(sourceText) }));
  for (const pack of packs(byHash(keys), PIECE, () => 0)) {
    const sources = new Map(pack.map(({ item, hash }) => [hash.toString('hex'), item.sourceText]));
    const rows = await db
      .selectFrom('memory')
      .select(['source_hash', 'target_text', 'flags'])
      .select(sql<number>`last_used_at < now() - interval 1 day`.as('stale'))
      .where('model_key', '=', modelKey)
      .where(
        'source_hash',
        'in',
        pack.map(({ hash }) => hash),
      )
      .execute();
    for (const { source_hash, target_text, flags } of rows) {
      const sourceText = sources.get(source_hash.toString('hex')) as string;
      known.set(sourceText, { targetText: target_text, flags: parseFlags(flags) });
    }
    await touch(
      db,
      modelKey,
      rows.filter((row) => row.stale).map((row) => row.source_hash),
    );
  }
  return known;
}

/** Notes the use of matches, at most once a day for each, so that a look-up seldom writes. */
async function touch(db: Db, modelKey: string, hashes: readonly Buffer[]): Promise<void> {
  if (hashes.length === 0) return;
  await retryDeadlock(db, () =>
    sql`update memory force index (primary) set last_used_at = now()
      where model_key = ${modelKey} and source_hash in (${sql.join(hashes)})`.execute(db),
  );
}

/** Remembers target texts. What is known already stays as it is. */
export async function storeMemory(
  db: Db,
  { modelKey, entries }: { modelKey: string; entries: readonly (MemoryKey & Remembered)[] },
): Promise<void> {
  const distinct = byHash(entries);
  for (const pack of packs(distinct, PIECE, ({ item }) => item.targetText.length)) {
    const rows = pack.map(
      ({ item: { targetText, flags }, hash }) =>
        sql`(${modelKey}, ${hash}, ${targetText}, ${flags.join(',')}, now())`,
    );
    await retryDeadlock(db, () =>
      sql`insert into memory (model_key, source_hash, target_text, flags, last_used_at) values ${sql.join(rows)}
        on duplicate key update last_used_at = now()`.execute(db),
    );
  }
}

/**
 * Removes up to `limit` entries, the least recently used first, as long as there are more than `maxRows`; returns how
 * many. 0 also when another replica is at it. Beyond 100,000 entries their number is an estimate, some percent off.
 */
export function trimMemory(db: Db, { maxRows, limit }: { maxRows: number; limit: number }): Promise<number> {
  return withNamedLock(db, 'trim-memory', 0, async (connection) => {
    const surplus = Math.min(limit, (await countEntries(connection)) - maxRows);
    let removed = 0;
    while (removed < surplus) {
      const count = await removeOldest(connection, Math.min(PIECE, surplus - removed));
      if (count === 0) break;
      removed += count;
    }
    return removed;
  });
}

/**
 * The number of entries: exact while there are few, else the engine's running estimate, some percent off. Counting
 * ten million reads a gigabyte of index, and a limit on memory need not be that exact.
 */
async function countEntries(db: Db): Promise<number> {
  const all = sql`select count(*) as count from memory force index (memory_last_used)`;
  const plan = await sql<{ rows: number }>`explain format = traditional ${all}`.execute(db);
  const estimate = plan.rows[0]?.rows ?? 0;
  if (estimate > COUNTED_EXACTLY) return estimate;
  const { rows } = await sql<{ count: number }>`${all}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Found without locks and removed by their keys: a DELETE along last_used_at would lock in another order than others. */
async function removeOldest(db: Db, limit: number): Promise<number> {
  const oldest = await db
    .selectFrom('memory')
    .select(['model_key', 'source_hash'])
    .orderBy('last_used_at')
    .limit(limit)
    .execute();
  let removed = 0;
  for (const modelKey of new Set(oldest.map((entry) => entry.model_key))) {
    const hashes = oldest.filter((entry) => entry.model_key === modelKey).map((entry) => entry.source_hash);
    const result = await retryDeadlock(db, () =>
      db
        .deleteFrom('memory')
        .where('model_key', '=', modelKey)
        .where('source_hash', 'in', hashes)
        .executeTakeFirst(),
    );
    removed += Number(result.numDeletedRows);
  }
  return removed;
}
