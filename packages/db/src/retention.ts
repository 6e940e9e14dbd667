import { sql } from 'kysely';
import { nowMinus } from './clock.ts';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';
import { withNamedLock } from './named-lock.ts';
import { markDeleted } from './translations.ts';

/** Rows that one DELETE takes: some ten milliseconds. */
const PIECE = 2000;

/**
 * Deletes up to `limit` translations that ended longer ago than `keepMs`, or `unkeptMs` where they were not to be
 * kept; returns how many. As with every deletion, the next sweeps take away their rows.
 */
export function removeExpired(
  db: Db,
  { keepMs, unkeptMs, limit }: { keepMs: number; unkeptMs: number; limit: number },
): Promise<number> {
  return withNamedLock(db, 'retention', 0, async (connection) => {
    const expired = async (keep: number, olderThanMs: number, most: number) => {
      const { rows } = await sql<{ id: Buffer }>`
        select id from translation force index (translation_expiry)
        where keep = ${keep} and finished_at < ${nowMinus(olderThanMs)} and deleted_at is null
        order by finished_at limit ${most}`.execute(connection);
      return rows;
    };
    const unkept = await expired(0, unkeptMs, limit);
    const kept = await expired(1, keepMs, limit - unkept.length);
    return markDeleted(
      connection,
      [...unkept, ...kept].map((row) => row.id),
    );
  });
}

/**
 * Takes away rows of deleted translations, up to `limit` segments in pieces that lock nothing for long, and returns
 * how many segments and translations went: 0 when nothing is left, or another replica is at it.
 */
export function sweepDeleted(db: Db, { limit }: { limit: number }): Promise<number> {
  return withNamedLock(db, 'retention', 0, async (connection) => {
    let removed = 0;
    while (removed < limit) {
      const id = await oldestDeleted(connection);
      if (id === undefined) break;
      removed += await removeRows(connection, 'segment', 'idx', id, limit - removed);
      if (removed >= limit) break;
      await removeRows(connection, 'edit', 'edit_no', id, Number.POSITIVE_INFINITY);
      await removeRows(connection, 'block', 'block_no', id, Number.POSITIVE_INFINITY);
      await removeRows(connection, 'document_part', 'part_no', id, Number.POSITIVE_INFINITY);
      await connection.deleteFrom('glossary').where('translation_id', '=', id).execute();
      await connection.deleteFrom('share').where('translation_id', '=', id).execute();
      await connection.deleteFrom('translation').where('id', '=', id).execute();
      removed++;
    }
    return removed;
  });
}

async function oldestDeleted(db: Db): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('translation')
    .select('id')
    .where('deleted_at', 'is not', null)
    .orderBy('deleted_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** Removes up to `limit` rows of a translation from a table, in the order of its key; returns how many. */
async function removeRows(
  db: Db,
  table: 'segment' | 'block' | 'edit' | 'document_part',
  order: string,
  id: Buffer,
  limit: number,
): Promise<number> {
  let removed = 0;
  while (removed < limit) {
    const piece = Math.min(PIECE, limit - removed);
    const result = await retryDeadlock(db, () =>
      sql`delete from ${sql.table(table)} where translation_id = ${id}
        order by ${sql.ref(order)} limit ${sql.lit(piece)}`.execute(db),
    );
    const count = Number(result.numAffectedRows ?? 0n);
    removed += count;
    if (count < piece) break;
  }
  return removed;
}
