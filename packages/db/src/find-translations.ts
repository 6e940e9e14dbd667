import type { Db } from './database.ts';
import { toBytes } from './translation-id.ts';
import { recordColumns, type TranslationRecord, toRecord } from './translation-record.ts';

/**
 * The state of each of these translations that is still there, in no particular order. It asks for no owner: for
 * those who have shown that they own them, such as open event streams.
 */
export async function findTranslations(db: Db, ids: readonly string[]): Promise<TranslationRecord[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('translation')
    .select(recordColumns)
    .where('id', 'in', ids.map(toBytes))
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map(toRecord);
}
