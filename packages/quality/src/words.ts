const word = /[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*/gu;
/** Anything longer is no word; it counts by its beginning. */
const longestWord = 200;

/** A text and its words, for guards that all look at them. */
export interface TextWords {
  readonly text: string;
  /** As they are written, without punctuation. */
  readonly written: readonly string[];
  /** In small letters. */
  readonly words: readonly string[];
}

export function readWords(text: string): TextWords {
  const written = (text.match(word) ?? []).map((each) => each.slice(0, longestWord));
  return { text, written, words: written.map((each) => each.toLowerCase()) };
}
