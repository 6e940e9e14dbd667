import { PieceTrie } from './piece-trie.ts';

export interface UnigramVocabulary {
  /** Pieces with their log probabilities; a piece's place is its id. */
  readonly pieces: readonly (readonly [piece: string, score: number])[];
  readonly unknownId: number;
  /** Ids that no text is ever cut into. */
  readonly specialIds: ReadonlySet<number>;
}

/** What an unknown character costs more than the least likely piece. */
const unknownPenalty = 10;

/**
 * Cuts words into the most likely pieces: a unigram language model, as Kudo (2018) describes it and SentencePiece and
 * transformers.js have it. Takes time linear in the text.
 */
export class Unigram {
  readonly #trie = new PieceTrie();
  readonly #scores: Float64Array;
  readonly #unknownId: number;
  readonly #unknownScore: number;
  /** By end: the score of the best way there, its last piece, and where that begins. */
  #best = new Float64Array(64);
  #lastId = new Int32Array(64);
  #lastStart = new Int32Array(64);

  constructor({ pieces, unknownId, specialIds }: UnigramVocabulary) {
    this.#scores = Float64Array.from(pieces, ([, score]) => score);
    this.#unknownId = unknownId;
    this.#unknownScore =
      this.#scores.reduce((least, score) => Math.min(least, score), Infinity) - unknownPenalty;
    for (const [id, [piece]] of pieces.entries()) {
      if (piece !== '' && id !== unknownId && !specialIds.has(id)) this.#trie.add(piece, id);
    }
  }

  /** Appends the ids of a word to `ids`; unknown characters in a row are one. */
  encode(word: string, ids: number[]): void {
    if (word.length >= this.#best.length) this.#grow(word.length);
    this.#search(word);
    const first = ids.length;
    for (let end = word.length; end > 0; end = this.#lastStart[end] as number) {
      ids.push(this.#lastId[end] as number);
    }
    reverseFrom(ids, first);
    this.#fuseUnknown(ids, first);
  }

  #fuseUnknown(ids: number[], first: number): void {
    let length = first;
    for (let at = first; at < ids.length; at += 1) {
      const id = ids[at] as number;
      if (id === this.#unknownId && ids[length - 1] === id) continue;
      ids[length] = id;
      length += 1;
    }
    ids.length = length;
  }

  #search(word: string): void {
    this.#best.fill(Number.NEGATIVE_INFINITY, 1, word.length + 1);
    this.#best[0] = 0;
    for (let start = 0; start < word.length; ) {
      const width = characterWidth(word, start);
      if (!this.#addPieces(word, start, width)) {
        this.#add(start, start + width, this.#unknownId, this.#unknownScore);
      }
      start += width;
    }
  }

  /** Returns whether the character alone is a piece. */
  #addPieces(word: string, start: number, width: number): boolean {
    let isKnown = false;
    let node = 0;
    for (let at = start; at < word.length; at += 1) {
      node = this.#trie.next(node, word.charCodeAt(at));
      if (node < 0) break;
      const id = this.#trie.idOf(node);
      if (id < 0) continue;
      this.#add(start, at + 1, id, this.#scores[id] as number);
      isKnown ||= at + 1 === start + width;
    }
    return isKnown;
  }

  #add(start: number, end: number, id: number, score: number): void {
    const sum = (this.#best[start] as number) + score;
    if (sum <= (this.#best[end] as number)) return;
    this.#best[end] = sum;
    this.#lastId[end] = id;
    this.#lastStart[end] = start;
  }

  #grow(length: number): void {
    const size = 2 ** Math.ceil(Math.log2(length + 1));
    this.#best = new Float64Array(size);
    this.#lastId = new Int32Array(size);
    this.#lastStart = new Int32Array(size);
  }
}

/** Code units of a character. */
function characterWidth(text: string, at: number): number {
  return (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

function reverseFrom(values: number[], first: number): void {
  for (let low = first, high = values.length - 1; low < high; low += 1, high -= 1) {
    [values[low], values[high]] = [values[high] as number, values[low] as number];
  }
}
