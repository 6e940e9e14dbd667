import {
  adoptTranslations,
  type Db,
  findOrphans,
  removeExpired,
  removeExpiredOwnerMemory,
  removeExpiredShares,
  removeStaleReceiving,
  sweepDeleted,
  trimMemory,
} from '@unlimited/db';
import type { FastifyBaseLogger } from 'fastify';
import type { Directions } from './directions.ts';

export interface MaintenanceOptions {
  readonly db: Db;
  readonly directions: Directions;
  readonly logger: FastifyBaseLogger;
  readonly historyDays: number;
  readonly unkeptMinutes: number;
  readonly memoryMaxRows: number;
}

const everyMs = 60_000;
const rowsPerRun = 2000;
/** An upload that stored nothing for so long has lost its replica. */
const staleUploadMs = 15 * 60_000;
/** A translation whose model nobody works with for so long was left behind by an upgrade. */
const orphanedMs = 5 * 60_000;

/** Removes what is past its time: now and then all kinds, and at once the rows of what was just deleted. */
export class Maintenance {
  readonly #options: MaintenanceOptions;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #sweepWaits = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MaintenanceOptions) {
    this.#options = options;
  }

  start(): void {
    this.#timer = setInterval(() => this.#enqueue(() => this.#maintain()), everyMs);
    this.#enqueue(() => this.#maintain());
  }

  /** Takes the rows of deleted translations away soon. */
  sweepSoon(): void {
    if (this.#sweepWaits) return;
    this.#sweepWaits = true;
    this.#enqueue(() => {
      this.#sweepWaits = false;
      return this.#sweep();
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    clearInterval(this.#timer);
    await this.#running;
  }

  #enqueue(work: () => Promise<void>): void {
    this.#running = this.#running
      .then(work)
      .catch((err: unknown) => this.#options.logger.warn({ err }, 'maintenance was put off'));
  }

  async #maintain(): Promise<void> {
    const { db, historyDays, unkeptMinutes, memoryMaxRows } = this.#options;
    const keepMs = historyDays * 24 * 60 * 60_000;
    const unkeptMs = unkeptMinutes * 60_000;
    await removeStaleReceiving(db, { olderThanMs: staleUploadMs });
    await this.#adopt();
    await this.#untilFew((limit) => removeExpired(db, { keepMs, unkeptMs, limit }));
    await this.#sweep();
    await this.#untilFew((limit) => removeExpiredOwnerMemory(db, { olderThanMs: keepMs, limit }));
    await this.#untilFew((limit) => removeExpiredShares(db, { limit }));
    await this.#untilFew((limit) => trimMemory(db, { maxRows: memoryMaxRows, limit }));
  }

  async #adopt(): Promise<void> {
    const { db, directions, logger } = this.#options;
    const modelKeys = directions.keys;
    for (const orphans of await findOrphans(db, { modelKeys, idleMs: orphanedMs })) {
      const direction = directions.find(orphans);
      if (direction === undefined) continue;
      const translations = await adoptTranslations(db, orphans, direction.key);
      logger.info({ translations, modelKey: direction.key }, 'translations go on with a new model');
    }
  }

  #sweep(): Promise<void> {
    return this.#untilFew((limit) => sweepDeleted(this.#options.db, { limit }));
  }

  /** Repeats a bounded piece of work for as long as it was cut by its bound. */
  async #untilFew(removeSome: (limit: number) => Promise<number>): Promise<void> {
    while (!this.#stopping.signal.aborted && (await removeSome(rowsPerRun)) >= rowsPerRun);
  }
}
