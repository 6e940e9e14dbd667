import { sql } from 'kysely';
import { nowMinus } from './clock.ts';
import type { Db } from './database.ts';
import { inTransaction } from './in-transaction.ts';

/** Waiting blocks of a model that nobody works with. */
export interface Orphans {
  readonly modelKey: string;
  /** That of the blocks, which need not be that of their translations. */
  readonly sourceLang: string;
  readonly targetLang: string;
}

/** Translations that are looked at at once; the others come the next time. */
const MOST_TRANSLATIONS = 1000;

/**
 * Models other than these with blocks that have waited for `idleMs` while no replica had one of theirs: they were
 * replaced by an upgrade. One entry for each pair of languages.
 */
export async function findOrphans(
  db: Db,
  { modelKeys, idleMs }: { modelKeys: readonly string[]; idleMs: number },
): Promise<Orphans[]> {
  const waiting = await modelsOfBlocks(db, 'waiting');
  const leased = new Set(await modelsOfBlocks(db, 'leased'));
  const abandoned = waiting.filter((key) => !modelKeys.includes(key) && !leased.has(key));
  const orphans: Orphans[] = [];
  for (const modelKey of abandoned) {
    const { rows } = await sql<{ source_lang: string; target_lang: string }>`
      select distinct coalesce(b.source_lang, t.source_lang) as source_lang, t.target_lang
      from (select distinct translation_id, source_lang from block force index (block_claim)
        where state = 'waiting' and model_key = ${modelKey} limit ${MOST_TRANSLATIONS}) b
      straight_join translation t on t.id = b.translation_id
      where t.status in ('queued', 'running') and t.deleted_at is null and t.received_at < ${nowMinus(idleMs)}`.execute(
      db,
    );
    orphans.push(
      ...rows.map((row) => ({ modelKey, sourceLang: row.source_lang, targetLang: row.target_lang })),
    );
  }
  return orphans;
}

/** The models of the blocks in a state: one look into the index for each. */
async function modelsOfBlocks(db: Db, state: 'waiting' | 'leased'): Promise<string[]> {
  const keys: string[] = [];
  for (let after = ''; ; ) {
    const { rows } = await sql<{ model_key: string }>`
      select model_key from block force index (block_claim)
      where state = ${state} and model_key > ${after} order by model_key limit 1`.execute(db);
    if (rows[0] === undefined) return keys;
    after = rows[0].model_key;
    keys.push(after);
  }
}

/** Gives what is left of such blocks to another model; what is translated stays. Returns of how many translations. */
export async function adoptTranslations(
  db: Db,
  { modelKey, sourceLang, targetLang }: Orphans,
  newModelKey: string,
): Promise<number> {
  const { rows: orphans } = await sql<{ id: Buffer; source_lang: string }>`
    select distinct t.id, t.source_lang
    from (select distinct translation_id, source_lang from block force index (block_claim)
      where state = 'waiting' and model_key = ${modelKey} limit ${MOST_TRANSLATIONS}) b
    straight_join translation t on t.id = b.translation_id
    where t.status in ('queued', 'running') and t.target_lang = ${targetLang}
      and coalesce(b.source_lang, t.source_lang) = ${sourceLang}`.execute(db);
  for (const { id, source_lang } of orphans) {
    const inLanguage =
      source_lang === sourceLang
        ? sql`(source_lang is null or source_lang = ${sourceLang})`
        : sql`source_lang = ${sourceLang}`;
    await inTransaction(db, async (trx) => {
      await sql`update block force index (primary) set model_key = ${newModelKey}
        where translation_id = ${id} and state = 'waiting' and model_key = ${modelKey} and ${inLanguage}`.execute(
        trx,
      );
      await trx
        .updateTable('translation')
        .set({ model_key: newModelKey })
        .where('id', '=', id)
        .where('source_lang', '=', sourceLang)
        .where('model_key', '=', modelKey)
        .execute();
    });
  }
  return orphans.length;
}
