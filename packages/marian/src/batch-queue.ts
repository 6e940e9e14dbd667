import { ByLength, type Sized } from './by-length.ts';

/** Something that waits for a place in a batch. */
export interface Waiting extends Sized {
  /** How many processes died while they had it; from the first time on it travels alone, so that it can be told. */
  readonly attempts: number;
  /** Whoever has the lower one comes first; among equals, whoever came first. */
  readonly priority: number;
}

/** Whether somebody waits for it at this moment: from priority 0 on, batches hold nothing else and overtake the others. */
export function isUrgent({ priority }: Pick<Waiting, 'priority'>): boolean {
  return priority <= 0;
}

/**
 * What waits to be translated, in the order of its turn (priority, then arrival) and in the order of length. A batch
 * always holds the first in turn, and around it the items nearest to it in length, so that little of it is padding. What is
 * urgent is not filled up with what is not: a short text would wait for a batch of others' sentences.
 */
export class BatchQueue<Item extends Waiting> {
  readonly #urgent = new ByLength<Item>();
  readonly #patient = new ByLength<Item>();
  #byAge: Item[] = [];
  #oldest = 0;
  readonly #waiting = new Set<Item>();

  get length(): number {
    return this.#waiting.size;
  }

  /** Tokens of all that waits. */
  get tokens(): number {
    return this.#urgent.tokens + this.#patient.tokens;
  }

  /** Tokens of all that the next batch may be made of. */
  get nextTokens(): number {
    const { oldest } = this;
    return oldest === undefined ? 0 : this.#like(oldest).tokens;
  }

  /** What the next batch is made for. */
  get oldest(): Item | undefined {
    for (; this.#oldest < this.#byAge.length; this.#oldest += 1) {
      const item = this.#byAge[this.#oldest] as Item;
      if (this.#waiting.has(item)) return item;
    }
    return undefined;
  }

  push(items: readonly Item[]): void {
    // The sort is stable: among equals the order of arrival stays.
    this.#byAge = this.#byAge.slice(this.#oldest).concat(items);
    this.#byAge.sort((a, b) => a.priority - b.priority);
    this.#admit(items);
  }

  /** Puts items back that a process did not finish; they are the oldest again. */
  unshift(items: readonly Item[]): void {
    this.#byAge = items.concat(this.#byAge.slice(this.#oldest));
    this.#admit(items);
  }

  remove(items: Iterable<Item>): void {
    const gone = new Set(items).intersection(this.#waiting);
    if (gone.size === 0) return;
    for (const item of gone) this.#waiting.delete(item);
    this.#urgent.remove(gone);
    this.#patient.remove(gone);
  }

  /** The next batch, shortest first: at most `budget` padded tokens, or one item. Empty when nothing waits. */
  take(budget: number): Item[] {
    const { oldest } = this;
    if (oldest === undefined) return [];
    const isAlone = oldest.attempts > 0;
    const batch = this.#like(oldest).takeAround(oldest, budget, ({ attempts }) => !isAlone && attempts === 0);
    for (const item of batch) this.#waiting.delete(item);
    return batch;
  }

  #admit(items: readonly Item[]): void {
    for (const item of items) this.#waiting.add(item);
    this.#oldest = 0;
    this.#urgent.add(items.filter(isUrgent));
    this.#patient.add(items.filter((item) => !isUrgent(item)));
  }

  #like(item: Item): ByLength<Item> {
    return isUrgent(item) ? this.#urgent : this.#patient;
  }
}
