import { sql } from 'kysely';
import { nowMinus } from './clock.ts';
import type { Db } from './database.ts';
import { inTransaction } from './in-transaction.ts';

/** Open translations of a model that nobody works with. */
export interface Orphans {
  readonly modelKey: string;
  readonly sourceLang: string;
  readonly targetLang: string;
}

/**
 * Models other than these whose open translations have waited for `idleMs` while no replica had a block of theirs: they
 * were replaced by an upgrade. One entry for each pair of languages.
 */
export async function findOrphans(
  db: Db,
  { modelKeys, idleMs }: { modelKeys: readonly string[]; idleMs: number },
): Promise<Orphans[]> {
  const rows = await db
    .selectFrom('translation as t')
    .select(['t.model_key', 't.source_lang', 't.target_lang'])
    .distinct()
    .where('t.status', 'in', ['queued', 'running'])
    .where('t.deleted_at', 'is', null)
    .where('t.model_key', 'not in', modelKeys)
    .where('t.received_at', '<', nowMinus(idleMs))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('block as b')
            .select(sql.lit(1).as('one'))
            .where('b.state', '=', 'leased')
            .whereRef('b.model_key', '=', 't.model_key'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => ({
    modelKey: row.model_key,
    sourceLang: row.source_lang,
    targetLang: row.target_lang,
  }));
}

/** Gives what is left of such translations to another model; what is translated stays. Returns how many they were. */
export async function adoptTranslations(
  db: Db,
  { modelKey, sourceLang, targetLang }: Orphans,
  newModelKey: string,
): Promise<number> {
  const orphans = await db
    .selectFrom('translation')
    .select('id')
    .where('status', 'in', ['queued', 'running'])
    .where('model_key', '=', modelKey)
    .where('source_lang', '=', sourceLang)
    .where('target_lang', '=', targetLang)
    .execute();
  for (const { id } of orphans) {
    await inTransaction(db, async (trx) => {
      await trx
        .updateTable('block')
        .set({ model_key: newModelKey })
        .where('translation_id', '=', id)
        .where('state', '=', 'waiting')
        .execute();
      await trx.updateTable('translation').set({ model_key: newModelKey }).where('id', '=', id).execute();
    });
  }
  return orphans.length;
}
