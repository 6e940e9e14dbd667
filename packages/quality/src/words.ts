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
  const written = writtenWordsOf(text);
  return { text, written, words: written.map((word) => word.toLowerCase()) };
}

/** The words of a text in small letters, without punctuation. */
export function wordsOf(text: string): string[] {
  return writtenWordsOf(text).map((written) => written.toLowerCase());
}

/** The words of a text as they are written, without punctuation. */
export function writtenWordsOf(text: string): string[] {
  return (text.match(word) ?? []).map((written) => written.slice(0, longestWord));
}
