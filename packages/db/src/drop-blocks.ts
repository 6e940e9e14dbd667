import { sql } from 'kysely';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';

/** Blocks that one statement locks. */
const PIECE = 1000;

/**
 * Takes what is left of a translation out of the queue; leases on it are lost. It runs after, and apart from, the
 * change of the translation's status, so that its row, which all replicas share, is never held for long. If the
 * process dies in between, the next claim that meets such a block does this. Each piece looks at the status with a
 * lock: of a translation that was resumed meanwhile nothing is taken. completeBlock locks in the other order; where
 * the two meet, the server lets one begin again.
 */
export async function dropBlocks(db: Db, id: Buffer): Promise<void> {
  const { last } = await db
    .selectFrom('block')
    .select(({ fn }) => fn.max<number | null>('block_no').as('last'))
    .where('translation_id', '=', id)
    .executeTakeFirstOrThrow();
  for (let first = 0; first <= (last ?? -1); first += PIECE) {
    await retryDeadlock(db, () =>
      sql`update block force index (primary)
        set state = 'dropped', lease_owner = null, leased_at = null, lease_expires_at = null
        where translation_id = ${id} and block_no between ${first} and ${first + PIECE - 1}
          and state in ('receiving', 'waiting', 'leased')
          and not exists (select 1 from translation where id = ${id} and status in ('queued', 'running') lock in share mode)`.execute(
        db,
      ),
    );
  }
}
