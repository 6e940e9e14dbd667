/** What a place in a batch depends on. */
export interface Sized {
  /** Tokens of the source. */
  readonly size: number;
  /** Items of different searches never share a batch. */
  readonly search: object;
}

/** Items by their length, each search by itself; gives those out that lie next to each other. */
export class ByLength<Item extends Sized> {
  /** For each search, shortest first. */
  readonly #sorted = new Map<object, Item[]>();
  #tokens = 0;

  /** Tokens of all of them. */
  get tokens(): number {
    return this.#tokens;
  }

  add(items: readonly Item[]): void {
    for (const [search, added] of Map.groupBy(items, (item) => item.search)) {
      const all = (this.#sorted.get(search) ?? []).concat(added);
      this.#sorted.set(
        search,
        all.sort((a, b) => a.size - b.size),
      );
      for (const { size } of added) this.#tokens += size;
    }
  }

  remove(items: ReadonlySet<Item>): void {
    for (const [search, sorted] of this.#sorted) {
      this.#replace(
        search,
        sorted.filter((item) => !items.has(item)),
      );
      for (const item of sorted) if (items.has(item)) this.#tokens -= item.size;
    }
  }

  /**
   * Takes an item and those around it that `fits` allows, widened on its nearer side for as long as longest × count stays
   * within the budget; shortest first.
   */
  takeAround(item: Item, budget: number, fits: (other: Item) => boolean): Item[] {
    const sorted = this.#sorted.get(item.search) as Item[];
    let start = sorted.indexOf(item);
    let end = start + 1;
    const usable = (other: Item | undefined) => (other !== undefined && fits(other) ? other : undefined);
    for (;;) {
      const shorter = usable(sorted[start - 1]);
      const longer = usable(sorted[end]);
      const room = (longest: number) => longest * (end - start + 1) <= budget;
      const longest = (sorted[end - 1] as Item).size;
      const canShorten = shorter !== undefined && room(longest);
      const canLengthen = longer !== undefined && room(longer.size);
      if (!canShorten && !canLengthen) break;
      const nearer = canShorten && (!canLengthen || item.size - shorter.size <= longer.size - item.size);
      if (nearer) start -= 1;
      else end += 1;
    }
    const taken = sorted.splice(start, end - start);
    this.#replace(item.search, sorted);
    for (const { size } of taken) this.#tokens -= size;
    return taken;
  }

  #replace(search: object, sorted: Item[]): void {
    if (sorted.length > 0) this.#sorted.set(search, sorted);
    else this.#sorted.delete(search);
  }
}
