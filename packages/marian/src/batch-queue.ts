/** Something that waits for a place in a batch. */
export interface Waiting {
  /** Estimated tokens of the source. */
  readonly size: number;
  /** How many processes died while they had it; from the first time on it travels alone, so that it can be told. */
  readonly attempts: number;
  /** Whoever has the lower one comes first; among equals, whoever came first. */
  readonly priority: number;
  /** Items of different searches never share a batch. */
  readonly search: object;
}

/**
 * What waits to be translated, in the order of its turn (priority, then arrival) and in the order of length. A batch
 * always holds the first in turn, and around it the items nearest to it in length, so that little of it is padding.
 */
export class BatchQueue<Item extends Waiting> {
  /** For each search, shortest first. */
  #bySize = new Map<object, Item[]>();
  #byAge: Item[] = [];
  #oldest = 0;
  #waiting = new Set<Item>();
  #tokens = 0;

  get length(): number {
    return this.#waiting.size;
  }

  /** Estimated tokens of all that waits. */
  get tokens(): number {
    return this.#tokens;
  }

  /** What the next batch is made for. */
  get oldest(): Item | undefined {
    return this.#nextByAge();
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
    for (const item of items) this.#release(item);
    for (const search of this.#bySize.keys()) {
      this.#resize(search, (sorted) => sorted.filter((item) => this.#waiting.has(item)));
    }
  }

  /** The next batch, shortest first: at most `budget` padded tokens, or one item. Empty when nothing waits. */
  take(budget: number): Item[] {
    const oldest = this.#nextByAge();
    if (oldest === undefined) return [];
    const sorted = this.#bySize.get(oldest.search) as Item[];
    const batch =
      oldest.attempts > 0 ? sorted.splice(sorted.indexOf(oldest), 1) : takeAround(oldest, sorted, budget);
    if (sorted.length === 0) this.#bySize.delete(oldest.search);
    for (const item of batch) this.#release(item);
    return batch;
  }

  #admit(items: readonly Item[]): void {
    for (const item of items) {
      this.#waiting.add(item);
      this.#tokens += item.size;
    }
    this.#oldest = 0;
    for (const [search, added] of Map.groupBy(items, (item) => item.search)) {
      this.#resize(search, (sorted) => sorted.concat(added).sort((a, b) => a.size - b.size));
    }
  }

  #resize(search: object, change: (sorted: readonly Item[]) => Item[]): void {
    const sorted = change(this.#bySize.get(search) ?? []);
    if (sorted.length > 0) this.#bySize.set(search, sorted);
    else this.#bySize.delete(search);
  }

  #release(item: Item): void {
    if (this.#waiting.delete(item)) this.#tokens -= item.size;
  }

  #nextByAge(): Item | undefined {
    for (; this.#oldest < this.#byAge.length; this.#oldest += 1) {
      const item = this.#byAge[this.#oldest] as Item;
      if (this.#waiting.has(item)) return item;
    }
    return undefined;
  }
}

/** Takes a window around the item out of the sorted ones, widened on its nearer side for as long as longest × count stays within the budget. */
function takeAround<Item extends Waiting>(oldest: Item, sorted: Item[], budget: number): Item[] {
  let start = sorted.indexOf(oldest);
  let end = start + 1;
  for (;;) {
    const shorter = usable(sorted[start - 1]);
    const longer = usable(sorted[end]);
    const room = (longest: number) => longest * (end - start + 1) <= budget;
    const longest = (sorted[end - 1] as Item).size;
    const canShorten = shorter !== undefined && room(longest);
    const canLengthen = longer !== undefined && room(longer.size);
    if (!canShorten && !canLengthen) break;
    const nearer = canShorten && (!canLengthen || oldest.size - shorter.size <= longer.size - oldest.size);
    if (nearer) start -= 1;
    else end += 1;
  }
  return sorted.splice(start, end - start);
}

function usable<Item extends Waiting>(item: Item | undefined): Item | undefined {
  return item !== undefined && item.attempts === 0 ? item : undefined;
}
