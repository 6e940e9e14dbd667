import { sql } from 'kysely';
import { type BlockKey, isOneOf, type StoredBlockKey } from './block-key.ts';
import { type BlockRangeRow, rangeOf } from './block-range.ts';
import { now, nowPlus } from './clock.ts';
import { BLOCK_SIZE, type Db, type TextFormat } from './database.ts';
import { dropBlocks } from './drop-blocks.ts';
import { inTransaction, retryDeadlock } from './in-transaction.ts';
import { fromBytes } from './translation-id.ts';

export interface ClaimOptions {
  /** Names the replica and its life: unlike that of any other process, before or after. At most 64 ASCII characters. */
  readonly leaseOwner: string;
  readonly leaseMs: number;
  readonly limit: number;
  /** The models that are loaded here. */
  readonly modelKeys: readonly string[];
  /** Only blocks whose turn is not later: 0 for the first block of every text alone. */
  readonly maxTurn?: number;
  /** Whether leases that have run out are left as they are, for whoever claims often; default: no. */
  readonly leaveExpired?: boolean;
}

export interface ClaimedBlock extends BlockKey {
  readonly modelKey: string;
  /** Hash of the owner's token, 32 bytes. */
  readonly owner: Buffer;
  /** That of its segments, which need not be that of the translation. */
  readonly sourceLang: string;
  readonly targetLang: string;
  /** Whether {@link readGlossary} has something to be heeded. */
  readonly hasGlossary: boolean;
  /** Whether the owner has remembered anything, see {@link lookupOwnerMemory}. */
  readonly hasOwnerMemory: boolean;
  /** Its place in the queue, 0 first. */
  readonly turn: number;
  /** Whether its segments may go into the memory. */
  readonly keep: boolean;
  readonly format: TextFormat;
  /** Claims of this block so far, this one included; one above the limit means that replicas died with it. */
  readonly attempts: number;
  /** All of them, those with a target text included. */
  readonly segmentCount: number;
  /** Those without a target text. */
  readonly segments: { readonly index: number; readonly sourceText: string }[];
}

interface LeasedBlock extends StoredBlockKey, BlockRangeRow {
  readonly block_no: number;
  readonly source_lang: string | null;
  readonly model_key: string;
  readonly turn: number;
  readonly attempts: number;
}

/**
 * Leases up to `limit` blocks that are waiting, or whose lease has run out, in the order of their turns. Blocks that
 * another replica is claiming at this moment are passed over, not waited for.
 */
export async function claimBlocks(db: Db, options: ClaimOptions): Promise<ClaimedBlock[]> {
  if (options.leaveExpired !== true) await returnExpired(db);
  const claimed: ClaimedBlock[] = [];
  while (claimed.length < options.limit) {
    const limit = options.limit - claimed.length;
    const shares = await sharesOfModels(db, { ...options, limit });
    if (shares.size === 0) break;
    const leased = await inTransaction(db, (trx) => leaseNext(trx, shares, options));
    if (leased.length === 0) break;
    claimed.push(...(await readClaimed(db, leased)));
    if (leased.length < limit) break;
  }
  return claimed;
}

/** Puts blocks whose lease has run out back among the waiting ones. There are few leases, so reading them all is cheap. */
async function returnExpired(db: Db): Promise<void> {
  const expired = await db
    .selectFrom('block')
    .select(['translation_id', 'block_no'])
    .where('state', '=', 'leased')
    .where('lease_expires_at', '<', now)
    .execute();
  if (expired.length === 0) return;
  await retryDeadlock(db, () =>
    sql`update block force index (primary)
      set state = 'waiting', lease_owner = null, leased_at = null, lease_expires_at = null
      where ${isOneOf(expired)} and state = 'leased' and lease_expires_at < now(6)`.execute(db),
  );
}

async function leaseNext(
  trx: Db,
  shares: ReadonlyMap<string, number>,
  { leaseOwner, leaseMs, maxTurn }: ClaimOptions,
): Promise<LeasedBlock[]> {
  const leased: LeasedBlock[] = [];
  for (const [modelKey, count] of shares) {
    // The index is named, for the statistics of a queue are seldom right, and any other plan would lock all of it.
    const next = await sql<LeasedBlock>`
      select translation_id, block_no, first_idx, segment_count, source_lang, model_key, turn, attempts + 1 as attempts
      from block force index (block_claim)
      where ${isWaiting(modelKey, maxTurn)}
      order by turn, translation_id, block_no
      limit ${count} for update skip locked`.execute(trx);
    leased.push(...next.rows);
  }
  if (leased.length > 0) {
    await sql`update block force index (primary)
      set state = 'leased', attempts = attempts + 1, lease_owner = ${leaseOwner}, leased_at = now(6),
        lease_expires_at = ${nowPlus(leaseMs)}
      where ${isOneOf(leased)}`.execute(trx);
  }
  return leased;
}

function isWaiting(modelKey: string, maxTurn: number | undefined) {
  const inTurn = maxTurn === undefined ? sql`` : sql`and turn <= ${maxTurn}`;
  return sql`state = 'waiting' and model_key = ${modelKey} ${inTurn}`;
}

/** How many of the next blocks belong to each model, so that turns hold across models. Locks nothing. */
async function sharesOfModels(
  db: Db,
  { modelKeys, limit, maxTurn }: ClaimOptions,
): Promise<Map<string, number>> {
  const [only] = modelKeys;
  if (only === undefined) return new Map();
  if (modelKeys.length === 1) return new Map([[only, limit]]);
  const heads = modelKeys.map(
    (modelKey) => sql`(select model_key, turn, translation_id from block force index (block_claim)
      where ${isWaiting(modelKey, maxTurn)} order by turn, translation_id limit ${limit})`,
  );
  const next = await sql<{ model_key: string }>`
    ${sql.join(heads, sql` union all `)} order by turn, translation_id limit ${limit}`.execute(db);
  const shares = new Map<string, number>();
  for (const { model_key } of next.rows) shares.set(model_key, (shares.get(model_key) ?? 0) + 1);
  return shares;
}

/** The segments of leased blocks. Blocks of translations that nobody wants any more are dropped instead. */
async function readClaimed(db: Db, leased: readonly LeasedBlock[]): Promise<ClaimedBlock[]> {
  const ids = [
    ...new Map(leased.map((block) => [fromBytes(block.translation_id), block.translation_id])).values(),
  ];
  const translations = await db
    .selectFrom('translation')
    .select(['id', 'owner', 'source_lang', 'target_lang', 'has_glossary', 'status', 'keep', 'format'])
    .select(
      sql<number>`exists (select 1 from owner_memory where owner_memory.owner = translation.owner)`.as(
        'has_owner_memory',
      ),
    )
    .where('id', 'in', ids)
    .where('status', 'in', ['queued', 'running'])
    .execute();
  const wanted = new Map(translations.map((translation) => [fromBytes(translation.id), translation]));
  for (const id of ids) if (!wanted.has(fromBytes(id))) await dropBlocks(db, id);
  await start(
    db,
    translations
      .filter((translation) => translation.status === 'queued')
      .map((translation) => translation.id),
  );
  const blocks = leased.filter((block) => wanted.has(fromBytes(block.translation_id)));
  const segmentsOf = await readOpenSegments(db, blocks);
  return blocks.flatMap((block) => {
    const translationId = fromBytes(block.translation_id);
    const translation = wanted.get(translationId);
    if (translation === undefined) return [];
    return {
      translationId,
      blockNo: block.block_no,
      modelKey: block.model_key,
      owner: translation.owner,
      sourceLang: block.source_lang ?? translation.source_lang,
      targetLang: translation.target_lang,
      hasGlossary: translation.has_glossary !== 0,
      hasOwnerMemory: translation.has_owner_memory !== 0,
      turn: block.turn,
      keep: translation.keep !== 0,
      format: translation.format,
      attempts: block.attempts,
      segmentCount: block.segment_count ?? BLOCK_SIZE,
      segments: segmentsOf(block),
    };
  });
}

async function start(db: Db, ids: readonly Buffer[]): Promise<void> {
  if (ids.length === 0) return;
  await retryDeadlock(db, () =>
    db
      .updateTable('translation')
      .set({ status: 'running', started_at: now })
      .where('id', 'in', ids)
      .where('status', '=', 'queued')
      .execute(),
  );
}

async function readOpenSegments(db: Db, blocks: readonly LeasedBlock[]) {
  const segments = new Map<string, { index: number; sourceText: string }[]>();
  const ranges = blocks.map((block) => {
    const { first, last } = rangeOf(block);
    return sql`(translation_id = ${block.translation_id} and idx between ${first} and ${last})`;
  });
  if (ranges.length > 0) {
    const found = await sql<{ translation_id: Buffer; idx: number; source_text: string }>`
      select translation_id, idx, source_text from segment force index (primary)
      where (${sql.join(ranges, sql` or `)}) and target_text is null
      order by translation_id, idx`.execute(db);
    for (const { translation_id, idx, source_text } of found.rows) {
      const id = translation_id.toString('hex');
      const ofTranslation = segments.get(id) ?? [];
      ofTranslation.push({ index: idx, sourceText: source_text });
      segments.set(id, ofTranslation);
    }
  }
  return (block: LeasedBlock) => {
    const { first, last } = rangeOf(block);
    const ofTranslation = segments.get(block.translation_id.toString('hex')) ?? [];
    return ofTranslation.filter(({ index }) => index >= first && index <= last);
  };
}
