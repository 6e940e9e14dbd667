import { ProblemError } from '../problem-error.ts';

export interface SlotsOptions {
  /** What is counted, as the caller reads it: `event streams`. */
  readonly what: string;
  readonly total: number;
  readonly perOwner: number;
}

const retryAfterSeconds = 5;

/** Places for things that cost something while they last: so many for everybody, so many for one. */
export class Slots {
  readonly #options: SlotsOptions;
  readonly #taken = new Map<string, number>();
  #total = 0;

  constructor(options: SlotsOptions) {
    this.#options = options;
  }

  /** How many are taken. */
  get size(): number {
    return this.#total;
  }

  /**
   * Takes a place; call the result, once or more, to give it back.
   *
   * @throws ProblemError `too_many_requests` when this owner has all of hers, `unavailable` when all are taken.
   */
  take(owner: Buffer): () => void {
    const { what, total, perOwner } = this.#options;
    const key = owner.toString('base64');
    const own = this.#taken.get(key) ?? 0;
    if (own >= perOwner) {
      const detail = `At most ${perOwner} ${what} at once for one visitor.`;
      throw new ProblemError('too_many_requests', detail, { retryAfterSeconds });
    }
    if (this.#total >= total) {
      throw new ProblemError('unavailable', `All ${what} are taken.`, { retryAfterSeconds });
    }
    this.#taken.set(key, own + 1);
    this.#total++;
    let held = true;
    return () => {
      if (held) this.#release(key);
      held = false;
    };
  }

  #release(key: string): void {
    const left = (this.#taken.get(key) ?? 1) - 1;
    if (left === 0) this.#taken.delete(key);
    else this.#taken.set(key, left);
    this.#total--;
  }
}
