/**
 * The most that one statement carries, in UTF-16 code units: at three bytes each, and escaped, still below the 16 MiB
 * that MariaDB takes as a packet.
 */
const MAX_UNITS = 1 << 21;

/** Cuts a list into packs of at most `maxItems` whose texts fit into one statement; an item is never cut. */
export function* packs<T>(
  items: readonly T[],
  maxItems: number,
  unitsOf: (item: T) => number,
): Generator<T[]> {
  let pack: T[] = [];
  let units = 0;
  for (const item of items) {
    const size = unitsOf(item);
    if (pack.length > 0 && (pack.length >= maxItems || units + size > MAX_UNITS)) {
      yield pack;
      pack = [];
      units = 0;
    }
    pack.push(item);
    units += size;
  }
  if (pack.length > 0) yield pack;
}
