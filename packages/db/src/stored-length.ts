import { sql } from 'kysely';
import type { Db } from './database.ts';

/** UTF-16 code units of all source texts stored, and bytes of documents, or of one owner's. What is deleted does not count. */
export async function storedLength(db: Db, owner?: Buffer): Promise<number> {
  let query = db
    .selectFrom('translation')
    .select(sql<string | null>`sum(source_length + document_length)`.as('length'))
    .where('deleted_at', 'is', null);
  if (owner !== undefined) query = query.where('owner', '=', owner);
  const { length } = await query.executeTakeFirstOrThrow();
  return Number(length ?? 0);
}
