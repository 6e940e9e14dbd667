import { randomUUID } from 'node:crypto';
import {
  type BlockKey,
  type ClaimedBlock,
  claimBlocks,
  completeBlock,
  failBlock,
  releaseBlocks,
  renewLeases,
  retryTransient,
  type SegmentResult,
} from '@unlimited/db';
import type { FastifyBaseLogger } from 'fastify';
import { tracer } from '../tracing.ts';
import { Alarm } from './alarm.ts';
import type { BlockOutcome, WorkMetrics } from './metrics.ts';
import { type BlockTranslator, translateBlock } from './translate-block.ts';

/** Failures of a block after which it is delivered untranslated. */
const maxAttempts = 3;
/** Claims after which it must be the block that its replicas die of. */
const maxClaims = 10;
/** The share of its places that are free before a replica claims for them: a claim takes seven statements, for one block as for many. */
const freeShare = 1 / 4;

export interface DispatcherOptions extends BlockTranslator {
  readonly logger: FastifyBaseLogger;
  /** Blocks at once; as many again are kept for the first blocks of texts that come meanwhile. */
  readonly blocksInFlight: number;
  readonly leaseMs: number;
  readonly pollMs: number;
  readonly metrics: WorkMetrics;
  /** Called when segments were stored. */
  readonly onProgress: () => void;
}

interface Work {
  readonly block: ClaimedBlock;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/** Claims blocks, has them translated, stores the results; renews its leases meanwhile. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  /** Unlike that of any other life of any replica: a lease of ours is surely ours. */
  readonly #leaseOwner = randomUUID();
  readonly #works = new Map<string, Work>();
  readonly #stopping = new AbortController();
  readonly #alarm = new Alarm();
  #databaseLost = false;
  #expiredSoughtAt = Number.NEGATIVE_INFINITY;
  #loop: Promise<void> | undefined;
  #renewal: NodeJS.Timeout | undefined;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop = this.#run();
    this.#renewal = setInterval(() => void this.renew(), this.#options.leaseMs / 3);
  }

  /** Looks for work now instead of at the next poll. */
  wake(): void {
    this.#alarm.ring();
  }

  /** Drops what is being done for a translation that was cancelled or deleted. */
  drop(translationId: string): void {
    for (const { block, abort } of this.#works.values()) {
      if (block.translationId === translationId) abort.abort();
    }
  }

  get blocksInFlight(): number {
    return this.#works.size;
  }

  /** Claims nothing more, lets running blocks end for `graceMs`, and gives the rest back to other replicas. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping.abort();
    this.#alarm.ring();
    await this.#loop;
    const running = Promise.all([...this.#works.values()].map(({ done }) => done));
    const patience = AbortSignal.timeout(graceMs);
    const giveUp = () => this.#works.forEach(({ abort }) => void abort.abort());
    patience.addEventListener('abort', giveUp);
    await running;
    patience.removeEventListener('abort', giveUp);
    clearInterval(this.#renewal);
    const { db, logger } = this.#options;
    await releaseBlocks(db, { leaseOwner: this.#leaseOwner }).catch((err: unknown) =>
      logger.warn({ err }, 'leases were not given back; they expire'),
    );
  }

  /** Keeps the leases of what is being done; drops what is not ours, or not wanted, any more. */
  async renew(): Promise<void> {
    const blocks = [...this.#works.values()].map(({ block }) => block);
    if (blocks.length === 0) return;
    const { db, leaseMs, logger } = this.#options;
    try {
      const ours = await renewLeases(db, { leaseOwner: this.#leaseOwner, leaseMs, blocks });
      const kept = new Set(ours.map(nameOf));
      const lost = blocks.map(nameOf).filter((name) => !kept.has(name));
      for (const name of lost) this.#works.get(name)?.abort.abort();
    } catch (err) {
      logger.warn({ err }, 'leases could not be renewed');
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const claimed = await this.#claim();
      for (const block of claimed) this.#begin(block);
      // Behind a text's first block there may be those of other texts, for which there is always room; else the room is full or
      // the queue is empty, and whatever changes that rings.
      if (!claimed.some(({ turn }) => turn === 0)) await this.#alarm.wait(this.#options.pollMs);
    }
  }

  /** Any block while there is room; then only the first blocks of texts, so that a short one overtakes a novel. */
  async #claim(): Promise<ClaimedBlock[]> {
    const { db, engine, directions, logger, leaseMs, pollMs, blocksInFlight } = this.#options;
    const room = blocksInFlight - this.#works.size;
    const limit = room > 0 ? room : room + blocksInFlight;
    if (limit <= 0 || !engine.ready) return [];
    const modelKeys = directions.keys;
    const urgent = room > 0 ? {} : { maxTurn: 0 };
    // A lease outlasts many polls: with each of those they are looked for, not with each claim in between.
    const leaveExpired = performance.now() - this.#expiredSoughtAt < pollMs / 2;
    if (!leaveExpired) this.#expiredSoughtAt = performance.now();
    try {
      const claim = { leaseOwner: this.#leaseOwner, leaseMs, limit, modelKeys, leaveExpired, ...urgent };
      const claimed = await claimBlocks(db, claim);
      if (this.#databaseLost) logger.info({}, 'the database is back');
      this.#databaseLost = false;
      return claimed;
    } catch (err) {
      if (!this.#databaseLost) logger.error({ err }, 'no blocks can be claimed');
      this.#databaseLost = true;
      return [];
    }
  }

  #begin(block: ClaimedBlock): void {
    const abort = new AbortController();
    const done = this.#work(block, abort.signal).finally(() => {
      this.#works.delete(nameOf(block));
      const { blocksInFlight } = this.#options;
      const isSpacious = this.#works.size <= (1 - freeShare) * blocksInFlight;
      // The place of a first block is free for that of another text, however many blocks of novels are under way.
      if (isSpacious || block.turn === 0) this.wake();
    });
    this.#works.set(nameOf(block), { block, abort, done });
  }

  async #work(block: ClaimedBlock, signal: AbortSignal): Promise<void> {
    const { db, logger, metrics, onProgress } = this.#options;
    const { translationId, blockNo, attempts } = block;
    const lease = { leaseOwner: this.#leaseOwner, translationId, blockNo };
    // A database that is away is no fault of the block: its result waits for as long as the lease is ours.
    const patiently = { signal, attempts: Number.POSITIVE_INFINITY };
    const beganAt = performance.now();
    const span = tracer.startSpan('translate block', { attributes: { translationId, blockNo, attempts } });
    const ended = (outcome: BlockOutcome, results?: SegmentResult[]) => {
      metrics.blockEnded(outcome, (performance.now() - beganAt) / 1000, results);
      span.setAttribute('outcome', outcome);
    };
    try {
      if (attempts > maxClaims) throw new Error('replicas died with this block');
      const results = await translateBlock(this.#options, block, patiently);
      span.addEvent('translated', { segments: results.length });
      const stored = await retryTransient(() => completeBlock(db, { ...lease, results }), patiently);
      ended(stored ? 'stored' : 'lost', stored ? results : []);
    } catch (err) {
      if (signal.aborted) return ended('lost');
      logger.error({ err, translationId, blockNo, attempts }, 'block failed');
      await retryTransient(() => failBlock(db, { ...lease, maxAttempts }), patiently).then(
        ended,
        (err: unknown) =>
          logger.error({ err, translationId, blockNo }, 'a failed block was not recorded; its lease expires'),
      );
    } finally {
      span.end();
    }
    onProgress();
  }
}

function nameOf({ translationId, blockNo }: BlockKey): string {
  return `${translationId}/${blockNo}`;
}
