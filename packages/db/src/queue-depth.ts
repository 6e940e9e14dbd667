import { sql } from 'kysely';
import type { Db } from './database.ts';

export interface QueueDepth {
  readonly waitingBlocks: number;
  readonly leasedBlocks: number;
  /** Since the longest-held lease was taken; much more than a batch takes means that work is stuck. */
  readonly oldestLeaseAgeMs: number | null;
  /** Since the text arrived of which nothing has been begun for longest. */
  readonly oldestQueuedAgeMs: number | null;
}

/** How much work waits and is being done, over all replicas. */
export async function queueDepth(db: Db): Promise<QueueDepth> {
  const { rows } = await sql<{ waiting: number; leased: number; age: number | null; queued: number | null }>`
    select
      (select count(*) from block where state = 'waiting') as waiting,
      (select count(*) from block where state = 'leased') as leased,
      (select timestampdiff(microsecond, min(leased_at), now(6)) from block where state = 'leased') as age,
      (select timestampdiff(microsecond, min(received_at), now(6)) from translation
        where status = 'queued') as queued`.execute(db);
  const row = rows[0];
  return {
    waitingBlocks: row?.waiting ?? 0,
    leasedBlocks: row?.leased ?? 0,
    oldestLeaseAgeMs: row?.age == null ? null : row.age / 1000,
    oldestQueuedAgeMs: row?.queued == null ? null : row.queued / 1000,
  };
}
