import { sql, type Transaction } from 'kysely';
import type { Database, Db } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { findBlockNo } from './segment-source.ts';
import { type Segment, selectedColumns, toSegment } from './segments.ts';
import { toBytes } from './translation-id.ts';
import type { OwnedId } from './translations.ts';

export interface EditedSegment extends OwnedId {
  readonly index: number;
  readonly targetText: string;
}

/**
 * Puts a reader's text in place of a segment's target text, whether it is translated, being translated or waits to be;
 * a block that ends later leaves it alone. Its flags go. The last open segment ends the translation. Returns the
 * segment, or `undefined` when the owner has none such.
 *
 * The locks come in the order block, segment, translation, as for all who need more than one of them.
 */
export async function editSegment(
  db: Db,
  { id, owner, index, targetText }: EditedSegment,
): Promise<Segment | undefined> {
  const key = toBytes(id);
  return inTransaction(db, async (trx) => {
    const owned = await trx
      .selectFrom('translation')
      .select('id')
      .where('id', '=', key)
      .where('owner', '=', owner)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    const blockNo = owned && (await findBlockNo(trx, key, index));
    if (blockNo === undefined) return undefined;
    await sql`select 1 from block force index (primary)
      where translation_id = ${key} and block_no = ${blockNo} for update`.execute(trx);
    const before = await lockSegment(trx, key, index);
    if (before === undefined) return undefined;
    const wasOpen = before.target_text === null;
    const unflagged = before.flags === '' ? 0 : 1;
    await sql`update segment set target_text = ${targetText}, origin = 'edit', flags = ''
      where translation_id = ${key} and idx = ${index}`.execute(trx);
    if (wasOpen) await closeInBlock(trx, key, blockNo);
    await countEdit(trx, key, { index, done: wasOpen ? 1 : 0, unflagged });
    return toSegment({ ...before, target_text: targetText, origin: 'edit', flags: '' });
  });
}

function lockSegment(trx: Transaction<Database>, id: Buffer, index: number) {
  return trx
    .selectFrom('segment')
    .select(selectedColumns)
    .where('translation_id', '=', id)
    .where('idx', '=', index)
    .forUpdate()
    .executeTakeFirst();
}

/** One open segment less; a block that has none left is done, and whoever works on it has lost it. */
async function closeInBlock(trx: Transaction<Database>, id: Buffer, blockNo: number): Promise<void> {
  await sql`update block force index (primary)
    set open_count = open_count - 1,
      lease_owner = if(open_count = 0, null, lease_owner),
      leased_at = if(open_count = 0, null, leased_at),
      lease_expires_at = if(open_count = 0, null, lease_expires_at),
      state = if(open_count = 0 and state <> 'dropped', 'done', state)
    where translation_id = ${id} and block_no = ${blockNo} and open_count > 0`.execute(trx);
}

/** The edit gets the next number, under which readers find it. */
async function countEdit(
  trx: Transaction<Database>,
  id: Buffer,
  { index, done, unflagged }: { index: number; done: number; unflagged: number },
): Promise<void> {
  await sql`update translation
    set edit_count = edit_count + 1, done_count = done_count + ${done},
      flagged_count = flagged_count - ${unflagged},
      finished_at = if(status in ('queued', 'running') and done_count = segment_count, now(6), finished_at),
      status = if(status in ('queued', 'running') and done_count = segment_count, 'done', status)
    where id = ${id}`.execute(trx);
  await sql`insert into edit (translation_id, edit_no, idx)
    select id, edit_count, ${index} from translation where id = ${id}`.execute(trx);
}
