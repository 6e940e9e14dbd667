import { type Db, queueDepth, storedLength } from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Caller } from './caller.ts';

export interface AdmissionOptions {
  readonly db: Db;
  /** Blocks that may wait; 0: any number. */
  readonly maxWaitingBlocks: number;
  /** UTF-16 code units of source text that one visitor may have stored; 0: any number. A key has a quota of its own. */
  readonly ownerQuota: number;
  /** The same for everybody together. */
  readonly totalQuota: number;
}

const rememberMs = 5000;

/** Decides whether a text is taken: answers at once instead of letting a queue or a disk grow without bound. */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #waitingBlocks: () => Promise<number>;
  readonly #totalLength: () => Promise<number>;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#waitingBlocks = remembered(async () => (await queueDepth(options.db)).waitingBlocks);
    this.#totalLength = remembered(() => storedLength(options.db));
  }

  /**
   * Begins to take a text of this owner; the result is to be told of the text's length as it grows.
   *
   * @throws ProblemError `unavailable` when the queue or the disk is full, `quota_exceeded` when the owner's share
   *   is; and so does the result.
   */
  async begin(owner: Buffer, { key }: Pick<Caller, 'key'>): Promise<(length: number) => void> {
    const { db, maxWaitingBlocks, totalQuota } = this.#options;
    const ownerQuota = key === undefined ? this.#options.ownerQuota : (key.storedCharacters ?? 0);
    if (maxWaitingBlocks > 0 && (await this.#waitingBlocks()) >= maxWaitingBlocks) {
      throw new ProblemError('unavailable', 'The queue is full.', { retryAfterSeconds: 30 });
    }
    const own = ownerQuota > 0 ? await storedLength(db, owner) : 0;
    const total = totalQuota > 0 ? await this.#totalLength() : 0;
    const grow = (length: number) => {
      if (ownerQuota > 0 && own + length > ownerQuota) {
        const detail = `You may keep ${ownerQuota} characters; delete translations to make room.`;
        throw new ProblemError('quota_exceeded', detail, { retryAfterSeconds: 3600 });
      }
      if (totalQuota > 0 && total + length > totalQuota) {
        throw new ProblemError('unavailable', 'The storage is full.', { retryAfterSeconds: 3600 });
      }
    };
    grow(0);
    return grow;
  }
}

/** The value of the last call, for a while; calls at the same time share one. */
function remembered(read: () => Promise<number>): () => Promise<number> {
  let last: Promise<number> | undefined;
  return () => {
    if (last === undefined) {
      last = read();
      const forget = () => {
        last = undefined;
      };
      last.then(() => setTimeout(forget, rememberMs).unref(), forget);
    }
    return last;
  };
}
