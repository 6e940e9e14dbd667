/** The start of every piece. */
const root = 0;
const none = -1;

/**
 * The pieces of a vocabulary by their beginnings: a trie of UTF-16 code units whose edges lie in one open-addressed table, so
 * that a step is one look-up without any object, and 58,000 pieces take some 5 MB.
 */
export class PieceTrie {
  #ids = new Int32Array(1024).fill(none);
  #nodes = 1;
  /** Of the edges, by slot: where they begin, where they lead (0: no edge), and the code unit between. */
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #units = new Uint16Array(1024);

  /** A piece that was there before gets the new id. */
  add(piece: string, id: number): void {
    let node = root;
    for (let at = 0; at < piece.length; at += 1) node = this.#step(node, piece.charCodeAt(at));
    this.#ids[node] = id;
  }

  /** Where a code unit leads from a node (0: the beginning), or -1. */
  next(node: number, unit: number): number {
    const to = this.#to[this.#slot(node, unit)] as number;
    return to === 0 ? none : to;
  }

  /** Of the piece that ends in a node, or -1. */
  idOf(node: number): number {
    return this.#ids[node] as number;
  }

  #step(node: number, unit: number): number {
    const slot = this.#slot(node, unit);
    const known = this.#to[slot] as number;
    if (known !== 0) return known;
    const made = this.#nodes;
    this.#nodes += 1;
    this.#put(slot, node, unit, made);
    if (made === this.#ids.length) this.#ids = grown(this.#ids, none);
    if (this.#nodes * 2 > this.#to.length) this.#rehash();
    return made;
  }

  /** That of the edge, or the empty one where it would be. */
  #slot(node: number, unit: number): number {
    const mask = this.#to.length - 1;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 7;
    for (slot &= mask; this.#to[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#from[slot] === node && this.#units[slot] === unit) break;
    }
    return slot;
  }

  #put(slot: number, from: number, unit: number, to: number): void {
    this.#from[slot] = from;
    this.#units[slot] = unit;
    this.#to[slot] = to;
  }

  #rehash(): void {
    const [from, to, units] = [this.#from, this.#to, this.#units];
    this.#from = new Int32Array(2 * from.length);
    this.#to = new Int32Array(2 * to.length);
    this.#units = new Uint16Array(2 * units.length);
    for (const [slot, node] of to.entries()) {
      if (node === 0) continue;
      const [start, unit] = [from[slot] as number, units[slot] as number];
      this.#put(this.#slot(start, unit), start, unit, node);
    }
  }
}

function grown(values: Int32Array<ArrayBuffer>, rest: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * values.length).fill(rest, values.length);
  longer.set(values);
  return longer;
}
