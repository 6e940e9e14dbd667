/** A half-open range of code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of markup within a run.
 *
 * - `open`, `close`: halves of a pair around words: `<b>`, `**`, the `[` and `](address)` of a link.
 * - `mark`: stands alone beside the words: `<img>`, a soft `<br>`, a note's number.
 * - `word`: stands in the sentence like a noun and stays as it is: code, an address.
 * - `text`: characters written in another way: `&auml;`, `\*`.
 * - `space`: white space with markup in it: a line break and the `>` of a quotation.
 * - `break`: a line break that is to be one in the result too.
 */
export interface Piece extends Span {
  readonly kind: 'open' | 'close' | 'mark' | 'word' | 'text' | 'space' | 'break';
  /** What tells which halves belong together; empty for what has no other half. */
  readonly name: string;
  /** What a reader sees of it: the characters of `text`, a space or line break; empty for markup. */
  readonly plain: string;
  /** Texts inside that are to be translated on their own: values of attributes. Spans of the same text as the piece. */
  readonly nested: readonly Span[];
}

/**
 * Part of a text in a format: layout, which stays as it is, or a run, within which sentences are looked for.
 * All parts of a text concatenated are the text, code unit for code unit.
 */
export type Part =
  | { readonly kind: 'layout'; readonly text: string }
  | { readonly kind: 'run'; readonly text: string; readonly pieces: readonly Piece[] };

/** Reads a text that arrives in pieces; `end` returns what is left, and the reader is of no more use. */
export interface FormatReader {
  push(piece: string): Part[];
  end(): Part[];
}
