import { sql } from 'kysely';
import { type BlockKey, isOneOf, type StoredBlockKey, toStoredKey } from './block-key.ts';
import { nowPlus } from './clock.ts';
import type { Db } from './database.ts';
import { retryDeadlock } from './in-transaction.ts';
import { fromBytes } from './translation-id.ts';

/**
 * Renews the leases on these blocks and returns those that are still ours and still wanted: not taken over, not
 * cancelled, not deleted. Work on the others is to be dropped.
 */
export async function renewLeases(
  db: Db,
  { leaseOwner, leaseMs, blocks }: { leaseOwner: string; leaseMs: number; blocks: readonly BlockKey[] },
): Promise<BlockKey[]> {
  if (blocks.length === 0) return [];
  const keys = blocks.map(toStoredKey);
  await retryDeadlock(db, () =>
    sql`update block force index (primary) set lease_expires_at = ${nowPlus(leaseMs)}
      where ${isOneOf(keys)} and state = 'leased' and lease_owner = ${leaseOwner}`.execute(db),
  );
  // From the blocks to their translations: the other way round it would read all that are open.
  const { rows: ours } = await sql<StoredBlockKey>`
    select translation_id, block_no from block force index (primary)
    straight_join translation on translation.id = block.translation_id
    where ${isOneOf(keys)} and state = 'leased' and lease_owner = ${leaseOwner}
      and translation.status in ('queued', 'running')`.execute(db);
  return ours.map((key) => ({ translationId: fromBytes(key.translation_id), blockNo: key.block_no }));
}

/** Gives back all blocks that `leaseOwner` holds, at shutdown; the attempt does not count. Returns how many. */
export async function releaseBlocks(db: Db, { leaseOwner }: { leaseOwner: string }): Promise<number> {
  const held: StoredBlockKey[] = await db
    .selectFrom('block')
    .select(['translation_id', 'block_no'])
    .where('state', '=', 'leased')
    .where('lease_owner', '=', leaseOwner)
    .execute();
  if (held.length === 0) return 0;
  const released = await retryDeadlock(db, () =>
    sql`update block force index (primary)
      set state = 'waiting', attempts = attempts - 1, lease_owner = null, leased_at = null, lease_expires_at = null
      where ${isOneOf(held)} and state = 'leased' and lease_owner = ${leaseOwner}`.execute(db),
  );
  return Number(released.numAffectedRows ?? 0n);
}
