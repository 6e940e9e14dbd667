const word = /[\p{L}\p{M}\d]+(?:['’-][\p{L}\p{M}\d]+)*/gu;
/** Anything longer is no word; it counts by its beginning. */
const longestWord = 200;

/** The words of a text in small letters, without punctuation. */
export function wordsOf(text: string): string[] {
  return writtenWordsOf(text).map((written) => written.toLowerCase());
}

/** The words of a text as they are written, without punctuation. */
export function writtenWordsOf(text: string): string[] {
  return (text.match(word) ?? []).map((written) => written.slice(0, longestWord));
}
