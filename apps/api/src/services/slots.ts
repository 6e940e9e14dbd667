import { ProblemError } from '../problem-error.ts';
import type { Caller } from './caller.ts';

export interface SlotsOptions {
  /** What is counted, as the caller reads it: `event streams`. */
  readonly what: string;
  readonly total: number;
  readonly perOwner: number;
  /** Whose cookies are free to be had; 0: any number. */
  readonly perNetwork?: number;
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
  take(
    owner: Buffer,
    { key, network }: Pick<Caller, 'key'> & { network?: string } = { key: undefined },
  ): () => void {
    const { what, total, perOwner, perNetwork = 0 } = this.#options;
    const bounds = [{ name: owner.toString('base64'), limit: perOwner, whom: 'one visitor' }];
    if (perNetwork > 0 && key === undefined && network !== undefined) {
      bounds.push({ name: network, limit: perNetwork, whom: 'one address' });
    }
    for (const { name, limit, whom } of bounds) {
      if ((this.#taken.get(name) ?? 0) < limit) continue;
      const detail = `At most ${limit} ${what} at once for ${whom}.`;
      throw new ProblemError('too_many_requests', detail, { retryAfterSeconds });
    }
    if (this.#total >= total) {
      throw new ProblemError('unavailable', `All ${what} are taken.`, { retryAfterSeconds });
    }
    for (const { name } of bounds) this.#taken.set(name, (this.#taken.get(name) ?? 0) + 1);
    this.#total++;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#total--;
      for (const { name } of bounds) this.#release(name);
    };
  }

  #release(name: string): void {
    const left = (this.#taken.get(name) ?? 1) - 1;
    if (left === 0) this.#taken.delete(name);
    else this.#taken.set(name, left);
  }
}
