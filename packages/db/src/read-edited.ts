import type { Db } from './database.ts';
import { type Segment, selectedColumns, toSegment } from './segments.ts';
import { toBytes } from './translation-id.ts';

/**
 * The segments before the index `below` that were edited after the edit with the number `since` and not after `until`,
 * as they are now, in the order of their indexes; a bounded number of edits at once is the caller's to choose.
 */
export async function readEdited(
  db: Db,
  { id, since, until, below }: { id: string; since: number; until: number; below: number },
): Promise<Segment[]> {
  if (since >= until || below === 0) return [];
  const key = toBytes(id);
  const edits = db
    .selectFrom('edit')
    .select('idx')
    .where('translation_id', '=', key)
    .where('edit_no', '>', since)
    .where('edit_no', '<=', until)
    .where('idx', '<', below);
  const indexes = [...new Set((await edits.execute()).map(({ idx }) => idx))];
  if (indexes.length === 0) return [];
  const rows = await db
    .selectFrom('segment')
    .select(selectedColumns)
    .where('translation_id', '=', key)
    .where('idx', 'in', indexes)
    .orderBy('idx')
    .execute();
  return rows.map(toSegment);
}
