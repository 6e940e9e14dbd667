import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { nowMinus } from './clock.ts';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';
import { packs } from './packs.ts';
import { StoreError } from './store-error.ts';

const PIECE = 500;
/** Texts that one owner may have remembered. */
const MOST_PER_OWNER = 100_000;

/** Whose memory, for which pair. Nothing is ever read without the owner. */
export interface OwnerMemory {
  /** Hash of the owner's token, 32 bytes. */
  readonly owner: Buffer;
  readonly sourceLang: string;
  readonly targetLang: string;
}

function hashOf(sourceText: string): Buffer {
  return createHash('sha256').update(sourceText).digest();
}

function isIn({ owner, sourceLang, targetLang }: OwnerMemory) {
  return sql`owner = ${owner} and source_lang = ${sourceLang} and target_lang = ${targetLang}`;
}

/** What the owner wants these source texts to be translated to, by source text. What is found counts as used today. */
export async function lookupOwnerMemory(
  db: Db,
  { sourceTexts, ...memory }: OwnerMemory & { sourceTexts: readonly string[] },
): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  const sources = new Map([...new Set(sourceTexts)].map((text) => [hashOf(text).toString('hex'), text]));
  for (const pack of packs([...sources.keys()].sort(), PIECE, () => 0)) {
    const hashes = pack.map((hash) => Buffer.from(hash, 'hex'));
    const { rows } = await sql<{ source_hash: Buffer; target_text: string; stale: number }>`
      select source_hash, target_text, last_used_at < now() - interval 1 day as stale
      from owner_memory force index (primary)
      where ${isIn(memory)} and source_hash in (${sql.join(hashes)})`.execute(db);
    for (const row of rows) {
      targets.set(sources.get(row.source_hash.toString('hex')) as string, row.target_text);
    }
    const stale = rows.filter((row) => row.stale).map((row) => row.source_hash);
    if (stale.length === 0) continue;
    await retryDeadlock(db, () =>
      sql`update owner_memory force index (primary) set last_used_at = now()
        where ${isIn(memory)} and source_hash in (${sql.join(stale)})`.execute(db),
    );
  }
  return targets;
}

/** Remembers a target text for this owner alone, in place of an earlier one. Throws a {@link StoreError} `memory_full`. */
export async function rememberForOwner(
  db: Db,
  {
    owner,
    sourceLang,
    targetLang,
    sourceText,
    targetText,
  }: OwnerMemory & Record<'sourceText' | 'targetText', string>,
): Promise<void> {
  const { count } = await db
    .selectFrom('owner_memory')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('owner', '=', owner)
    .executeTakeFirstOrThrow();
  if (count >= MOST_PER_OWNER) throw new StoreError('memory_full');
  await retryDeadlock(db, () =>
    sql`insert into owner_memory (owner, source_lang, target_lang, source_hash, target_text, last_used_at)
      values (${owner}, ${sourceLang}, ${targetLang}, ${hashOf(sourceText)}, ${targetText}, now())
      on duplicate key update target_text = values(target_text), last_used_at = now()`.execute(db),
  );
}

/** Removes all that an owner had remembered. */
export async function forgetOwnerMemory(db: Db, { owner }: { owner: Buffer }): Promise<void> {
  for (let removed = PIECE; removed >= PIECE; ) {
    const result = await retryDeadlock(db, () =>
      sql`delete from owner_memory where owner = ${owner}
        order by source_lang, target_lang, source_hash limit ${sql.lit(PIECE)}`.execute(db),
    );
    removed = Number(result.numAffectedRows ?? 0n);
  }
}

/** Removes up to `limit` entries that were not used for `olderThanMs`; returns how many. */
export async function removeExpiredOwnerMemory(
  db: Db,
  { olderThanMs, limit }: { olderThanMs: number; limit: number },
): Promise<number> {
  const result = await retryDeadlock(db, () =>
    sql`delete from owner_memory where last_used_at < ${nowMinus(olderThanMs)}
      order by last_used_at limit ${sql.lit(limit)}`.execute(db),
  );
  return Number(result.numAffectedRows ?? 0n);
}
