/**
 * A piece of a format's markup within a text, as the format reads it.
 *
 * - `open`, `close`: halves of a pair around words, told by their `name`; the other half may be in another text.
 * - `mark`: stands beside the words.
 * - `word`: stands in the sentence like a noun.
 * - `text`, `space`: `plain`, written in another way.
 * - `break`: a line break that is to be one in the target text too.
 */
export interface MarkupPiece {
  readonly kind: 'open' | 'close' | 'mark' | 'word' | 'text' | 'space' | 'break';
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly plain: string;
  /** Texts within the piece that are translated on their own. */
  readonly nested: readonly { readonly start: number; readonly end: number }[];
}

/** What has to be known of the format in which texts are written. */
export interface Markup {
  /** The markup in a text, in order, without overlaps. */
  readonly find: (text: string) => readonly MarkupPiece[];
  /** A model's words, fit to stand in the format; `sourcePlain` is the source text without its markup. */
  readonly escape: (text: string, sourcePlain: string) => string;
}

/** The texts within the markup of a text that have words. */
export function nestedTexts(text: string, markup: Markup): string[] {
  return markup
    .find(text)
    .flatMap(({ nested }) => nested.map(({ start, end }) => text.slice(start, end)))
    .filter((nested) => /\p{L}/u.test(nested));
}

/** A piece as it is written, with `values` in place of the texts within it. */
export function writtenPiece(
  text: string,
  { start, end, nested }: MarkupPiece,
  values: (nested: string) => string,
): string {
  let written = '';
  let position = start;
  for (const span of nested) {
    written += text.slice(position, span.start) + values(text.slice(span.start, span.end));
    position = span.end;
  }
  return written + text.slice(position, end);
}

/** What one reads of a text. */
export function withoutMarkup(text: string, markup: Markup | undefined): string {
  let read = '';
  let position = 0;
  for (const { start, end, plain } of markup?.find(text) ?? []) {
    read += text.slice(position, start) + plain;
    position = end;
  }
  return read + text.slice(position);
}
