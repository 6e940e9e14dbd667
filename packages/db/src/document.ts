import { sql, type Transaction } from 'kysely';
import type { Database, Db } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { StoreError } from './store-error.ts';
import { toBytes } from './translation-id.ts';

/** Bytes of a part: as text, which is how statements go, twice as many. */
const partBytes = 512 * 1024;

/**
 * Stores the document that a translation's text was taken out of, while the translation is being received. Calling it again
 * changes nothing. Throws a {@link StoreError} `not_receiving`.
 */
export async function storeDocument(db: Db, id: string, document: Uint8Array): Promise<void> {
  const key = toBytes(id);
  for (let partNo = 0; partNo * partBytes < document.length; partNo++) {
    const bytes = Buffer.from(document.subarray(partNo * partBytes, (partNo + 1) * partBytes));
    await inTransaction(db, async (trx) => {
      // Each time, so that nothing is stored of what was deleted and swept meanwhile.
      await lockReceiving(trx, key);
      await sql`insert into document_part (translation_id, part_no, bytes) values (${key}, ${partNo}, ${bytes})
        on duplicate key update bytes = values(bytes)`.execute(trx);
      await trx
        .updateTable('translation')
        .set({ document_length: partNo * partBytes + bytes.length })
        .where('id', '=', key)
        .execute();
    });
  }
}

async function lockReceiving(trx: Transaction<Database>, id: Buffer): Promise<void> {
  const row = await trx
    .selectFrom('translation')
    .select('id')
    .where('id', '=', id)
    .where('status', '=', 'receiving')
    .where('deleted_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new StoreError('not_receiving');
}

/** The document that a translation was made from; `undefined` when there is none. */
export async function readDocument(db: Db, id: string): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  for (;;) {
    const row = await db
      .selectFrom('document_part')
      .select('bytes')
      .where('translation_id', '=', toBytes(id))
      .where('part_no', '=', parts.length)
      .executeTakeFirst();
    if (row === undefined) return parts.length === 0 ? undefined : Buffer.concat(parts);
    parts.push(row.bytes);
  }
}
