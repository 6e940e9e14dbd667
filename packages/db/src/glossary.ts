import type { Db } from './database.ts';
import { toBytes } from './translation-id.ts';

/** Stores the glossary of a translation that begins; part of the caller's transaction. */
export async function storeGlossary(db: Db, id: string, glossary: unknown): Promise<void> {
  await db
    .insertInto('glossary')
    .values({ translation_id: toBytes(id), entries: JSON.stringify(glossary) })
    .execute();
}

/** The glossary that a translation was begun with; `undefined` when there is none. It never changes. */
export async function readGlossary(db: Db, id: string): Promise<unknown> {
  const row = await db
    .selectFrom('glossary')
    .select('entries')
    .where('translation_id', '=', toBytes(id))
    .executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.entries);
}
