import { skipLayout, trimLayoutEnd } from './characters.ts';
import type { MarkerReader } from './line-marker.ts';

/** A line of a text, its terminator included. Indexes are code units of that text. */
export interface Line {
  readonly start: number;
  /** Where its sentence begins, behind indentation and marker; equal to `bodyEnd` on a blank line. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  /** Behind the terminator. */
  readonly end: number;
  /** White space before the body of a line without a marker, in code units. */
  readonly indent: number;
  /** Code units before `start` that belong to the same line but were read earlier. */
  readonly column: number;
  readonly hasMarker: boolean;
  readonly isQuoted: boolean;
  /** Whether tabs or three and more spaces divide it into columns. */
  readonly hasColumns: boolean;
  /** Without a letter or digit: `-----`, `* * *`, the `-- ` above a signature. */
  readonly isRule: boolean;
}

const terminator = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/g;
const columnGap = /\t| {3}/;
const letterOrDigit = /[\p{L}\p{N}]/u;
const quoteMarksOnly = /^[>\s]+$/;

/** Reads the lines of `text`. `column` is how much of the first one has been read before. */
export function readLines(text: string, column: number, readMarker: MarkerReader): Line[] {
  const lines: Line[] = [];
  let start = 0;
  terminator.lastIndex = 0;
  while (start < text.length) {
    const found = terminator.exec(text);
    const textEnd = found ? found.index : text.length;
    const end = found ? terminator.lastIndex : text.length;
    lines.push(toLine(text, start, textEnd, end, start === 0 ? column : 0, readMarker));
    start = end;
  }
  return lines;
}

function toLine(
  text: string,
  start: number,
  textEnd: number,
  end: number,
  column: number,
  readMarker: MarkerReader,
): Line {
  const bodyEnd = trimLayoutEnd(text, start, textEnd);
  const textStart = skipLayout(text, start, bodyEnd);
  const isQuoted = column === 0 && text[textStart] === '>';
  const isEmptyQuote = isQuoted && quoteMarksOnly.test(text.slice(textStart, bodyEnd));
  const bodyStart = isEmptyQuote ? bodyEnd : column > 0 ? textStart : readMarker(text, textStart, bodyEnd);
  const body = text.slice(bodyStart, bodyEnd);
  return {
    start,
    bodyStart,
    bodyEnd,
    end,
    indent: textStart - start,
    column,
    hasMarker: bodyStart > textStart,
    isQuoted,
    hasColumns: columnGap.test(body),
    isRule: body !== '' && !letterOrDigit.test(body),
  };
}
