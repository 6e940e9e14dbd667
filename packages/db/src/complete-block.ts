import { type RawBuilder, sql, type Transaction } from 'kysely';
import { type BlockKey, toStoredKey } from './block-key.ts';
import { type BlockRangeRow, rangeOf } from './block-range.ts';
import { BLOCK_SIZE, type Database, type Db, type SegmentOrigin } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { packs } from './packs.ts';
import { StoreError } from './store-error.ts';

export interface SegmentResult {
  readonly index: number;
  readonly targetText: string;
  readonly origin: SegmentOrigin;
  readonly flags: readonly string[];
}

export interface BlockLease extends BlockKey {
  readonly leaseOwner: string;
}

/** Thrown inside a transaction that must leave nothing behind. */
class LeaseLost extends Error {}

/** Runs `work`, or undoes it and returns `lost` when the block turns out not to be ours, or wanted, any more. */
async function whileLeased<T>(db: Db, lost: T, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  try {
    return await inTransaction(db, work);
  } catch (error) {
    if (error instanceof LeaseLost) return lost;
    throw error;
  }
}

/**
 * Stores the results of a leased block, one for each of its open segments (those that were edited meanwhile keep their
 * edit), and ends the translation with its last
 * block. Returns `false`, and writes nothing, when the lease is lost or the translation was cancelled or deleted.
 * Throws a {@link StoreError} `results_incomplete`.
 *
 * The locks come in the order block, segments, translation. The translation's row is what all replicas of one text
 * share: it is last, so that it is held for no longer than the commit takes.
 */
export function completeBlock(
  db: Db,
  { results, ...lease }: BlockLease & { results: readonly SegmentResult[] },
): Promise<boolean> {
  return whileLeased(db, false, async (trx) => {
    // Edits are rare: without any the block has as many open segments as there are results, and need not be read.
    const isWhole = await endLeaseOf(trx, lease, results.length);
    const block = isWhole ? undefined : await endLease(trx, lease);
    const { translation_id } = toStoredKey(lease);
    const flagged = await countNewlyFlagged(trx, translation_id, results);
    let stored = 0;
    for (const pack of packs(results, BLOCK_SIZE, (result) => result.targetText.length)) {
      stored += await storeResults(trx, translation_id, pack);
    }
    const edited = block ? await countEdited(trx, translation_id, block, results) : 0;
    if (stored !== (block?.open_count ?? results.length) || stored + edited !== results.length)
      throw new StoreError('results_incomplete');
    await countDone(trx, translation_id, stored, flagged);
    return true;
  });
}

/**
 * Gives a leased block back after a failure: `retry` when it may be claimed again, `given_up` when this was attempt
 * `maxAttempts`: its open segments are then delivered as copies of the source with the flag `untranslated`, and the
 * translation goes on to its end. `lost`: the block is not ours any more.
 */
export function failBlock(
  db: Db,
  { maxAttempts, ...lease }: BlockLease & { maxAttempts: number },
): Promise<'retry' | 'given_up' | 'lost'> {
  return whileLeased(db, 'lost', async (trx) => {
    if (await returnForRetry(trx, lease, maxAttempts)) return 'retry';
    const block = await endLease(trx, lease);
    const { translation_id } = toStoredKey(lease);
    const { first, last } = rangeOf(block);
    const open = sql`translation_id = ${translation_id}
      and idx between ${first} and ${last} and target_text is null`;
    const { rows } = await sql<{ flagged: number }>`
      select count(*) as flagged from segment where ${open} and flags = ''`.execute(trx);
    await sql`update segment force index (primary)
      set target_text = source_text, origin = 'copy', flags = concat_ws(',', nullif(flags, ''), 'untranslated')
      where ${open}`.execute(trx);
    await countDone(trx, translation_id, block.open_count, rows[0]?.flagged ?? 0);
    return 'given_up';
  });
}

function isOurs({ leaseOwner, ...key }: BlockLease) {
  const { translation_id, block_no } = toStoredKey(key);
  return sql`translation_id = ${translation_id} and block_no = ${block_no}
    and state = 'leased' and lease_owner = ${leaseOwner}`;
}

interface EndedBlock extends BlockRangeRow {
  readonly open_count: number;
}

/** Marks the block done and returns which segments it has and how many of them were open. */
async function endLease(trx: Transaction<Database>, lease: BlockLease): Promise<EndedBlock> {
  const { rows } = await sql<EndedBlock>`
    select block_no, first_idx, segment_count, open_count from block force index (primary) where ${isOurs(lease)} for update`.execute(
    trx,
  );
  const [block] = rows;
  if (!block) throw new LeaseLost();
  await endLeaseOf(trx, lease, block.open_count);
  return block;
}

/** Marks the block done if it is ours and has just so many open segments; returns whether. */
async function endLeaseOf(
  trx: Transaction<Database>,
  lease: BlockLease,
  openCount: number,
): Promise<boolean> {
  const ended = await sql`update block force index (primary)
    set state = 'done', open_count = 0, lease_owner = null, leased_at = null, lease_expires_at = null
    where ${isOurs(lease)} and open_count = ${openCount}`.execute(trx);
  return (ended.numAffectedRows ?? 0n) > 0n;
}

async function returnForRetry(
  trx: Transaction<Database>,
  lease: BlockLease,
  maxAttempts: number,
): Promise<boolean> {
  const returned = await sql`update block force index (primary)
    set state = 'waiting', lease_owner = null, leased_at = null, lease_expires_at = null
    where ${isOurs(lease)} and attempts < ${maxAttempts}`.execute(trx);
  return (returned.numAffectedRows ?? 0n) > 0n;
}

/** Results for segments of the block that were edited since it was claimed. */
async function countEdited(
  trx: Transaction<Database>,
  translationId: Buffer,
  block: EndedBlock,
  results: readonly SegmentResult[],
): Promise<number> {
  const { first, last } = rangeOf(block);
  const indexes = results.map(({ index }) => index).filter((index) => index >= first && index <= last);
  if (indexes.length === 0) return 0;
  const { count } = await trx
    .selectFrom('segment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('translation_id', '=', translationId)
    .where('idx', 'in', indexes)
    .where('origin', '=', 'edit')
    .executeTakeFirstOrThrow();
  return count;
}

/** Results with flags whose segments had none: a segment counts once, however many flags it has. */
async function countNewlyFlagged(
  trx: Transaction<Database>,
  translationId: Buffer,
  results: readonly SegmentResult[],
): Promise<number> {
  const flagged = results.filter((result) => result.flags.length > 0).map((result) => result.index);
  if (flagged.length === 0) return 0;
  const { count } = await trx
    .selectFrom('segment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('translation_id', '=', translationId)
    .where('idx', 'in', flagged)
    .where('flags', '=', '')
    .where('target_text', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Writes results to the segments that are still open, in one statement; returns how many those were. */
async function storeResults(
  trx: Transaction<Database>,
  translationId: Buffer,
  results: readonly SegmentResult[],
): Promise<number> {
  const byIndex = (values: RawBuilder<unknown>[]) =>
    sql`case idx ${sql.join(
      results.map(({ index }, position) => sql`when ${index} then ${values[position]}`),
      sql` `,
    )} end`;
  const targets = byIndex(results.map(({ targetText }) => sql`${targetText}`));
  const origins = byIndex(results.map(({ origin }) => sql`${origin}`));
  const flags = byIndex(results.map(({ flags }) => sql`${flags.length > 0 ? flags.join(',') : null}`));
  const stored = await sql`update segment force index (primary)
    set target_text = ${targets}, origin = ${origins}, flags = concat_ws(',', nullif(flags, ''), ${flags})
    where translation_id = ${translationId} and idx in (${sql.join(results.map((result) => result.index))})
      and target_text is null`.execute(trx);
  return Number(stored.numAffectedRows ?? 0n);
}

/** Counts segments as done. Whoever adds the last one ends the translation: the row's lock lets in one at a time. */
async function countDone(
  trx: Transaction<Database>,
  translationId: Buffer,
  done: number,
  flagged: number,
): Promise<void> {
  const counted = await sql`update translation
    set done_count = done_count + ${done}, flagged_count = flagged_count + ${flagged},
      started_at = coalesce(started_at, now(6)),
      finished_at = if(done_count = segment_count, now(6), null),
      status = if(done_count = segment_count, 'done', 'running')
    where id = ${translationId} and status in ('queued', 'running')`.execute(trx);
  if (counted.numAffectedRows === 0n) throw new LeaseLost();
}
