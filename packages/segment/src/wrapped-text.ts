/**
 * Hard-wrapped text: e-mails, pasted PDFs, whatever broke its lines at a width instead of at a sentence. Its sentences run
 * across line breaks; everywhere else a line break ends a segment.
 *
 * The mark of a wrapped line is that it is *full*: the next line's first word would not have fitted into the width of the
 * paragraph. A paragraph (lines between blank lines) is taken for wrapped when sentences go on, with a small letter,
 * behind full lines, and hardly ever break off before the width is reached. That keeps apart:
 *
 * - poems and songs: their lines end where they please, and mostly go on with a capital;
 * - headings, addresses, signatures, salutations: short lines among others are not full, so the break behind them stays;
 * - lists and tables: a line with a marker begins a sentence (what follows may be its wrapped rest), and a line with
 *   columns or a quote mark never takes part, nor does one that ends with a colon join the next;
 * - text with one paragraph to a line: wider than anybody wraps.
 *
 * Once a paragraph was wrapped, the width holds for what follows: there a full line is enough, so that paragraphs
 * of two lines, or one where a noun follows the break, are seen too.
 */
import { skipLayout } from './characters.ts';
import type { Line } from './lines.ts';

const minWidth = 30;
/** Narrower paragraphs must be longer and fit more exactly: they look like verse. */
const safeWidth = 48;
const maxWidth = 130;
/** Pasted from proportional type, full lines differ in their number of letters. */
const looseFill = 0.85;
const narrowFill = 0.95;
const minNarrowLines = 5;

const closed = /[.!?…:;][\p{Pe}\p{Pf}\p{Pi}"'”’]*$/u;
const goesOn = /[\p{Ps}\p{Pi}\p{Pf}"'„‚]*\p{Ll}/uy;

/** Tells, for one paragraph, whether the break between two of its lines is only a wrapped space. */
export type BreakTest = (line: Line, next: Line) => boolean;

/** Recognises wrapped paragraphs, one after the other in the order of the text. */
export function createWrapDetector(): (text: string, paragraph: readonly Line[]) => BreakTest {
  let knownWidth = 0;

  return (text, paragraph) => {
    const width = paragraphWidth(text, paragraph);
    const isWithinKnown = knownWidth > 0 && width <= knownWidth * 1.05;
    const wraps = countWraps(text, paragraph, width);
    if (wraps === 0 && !isWithinKnown) return () => false;
    // A short paragraph says little about the width of the others.
    if (wraps > 3 || !isWithinKnown) knownWidth = width;
    const ownWidth = wraps > 1 ? width : knownWidth;
    const least = ownWidth * fillOf(ownWidth);
    return (line, next) => mayJoin(text, line, next) && isFull(text, line, next, least);
  };
}

function fillOf(width: number): number {
  return width < safeWidth ? narrowFill : looseFill;
}

/** How many breaks prove that the paragraph is wrapped at `width`; 0 if others prove that it is not. */
function countWraps(text: string, paragraph: readonly Line[], width: number): number {
  if (width < minWidth || width > maxWidth) return 0;
  if (width < safeWidth && paragraph.length < minNarrowLines) return 0;
  const least = width * fillOf(width);
  let goingOn = 0;
  let brokenOff = 0;
  let brokenOffBefore = 0;
  let brokenOffWithin = 0;
  for (let i = 1; i < paragraph.length; i++) {
    const line = paragraph[i - 1] as Line;
    const next = paragraph[i] as Line;
    if (!mayJoin(text, line, next) || isClosed(text, line)) continue;
    if (!isFull(text, line, next, least)) {
      brokenOff++;
    } else if (beginsSmall(text, next)) {
      if (goingOn > 0) brokenOffWithin = brokenOff - brokenOffBefore;
      else brokenOffBefore = brokenOff;
      goingOn++;
    }
  }
  // A salutation before and a name behind are short lines that prove nothing.
  return goingOn >= 2 * brokenOffWithin && 2 * goingOn + 1 >= brokenOff ? goingOn : 0;
}

/** The longest line, leaving out lines without a space: an address of a page is not broken. */
function paragraphWidth(text: string, paragraph: readonly Line[]): number {
  let width = 0;
  for (const line of paragraph) {
    if (line.isQuoted || line.hasColumns) continue;
    if (lineLength(line) > width && text.slice(line.bodyStart, line.bodyEnd).includes(' '))
      width = lineLength(line);
  }
  return width;
}

function mayJoin(text: string, line: Line, next: Line): boolean {
  if (next.hasMarker || next.isQuoted || next.hasColumns || line.isQuoted || line.hasColumns) return false;
  if (text[line.bodyEnd - 1] === ':') return false;
  return line.hasMarker || next.indent <= line.indent || line.column > 0;
}

function isFull(text: string, line: Line, next: Line, least: number): boolean {
  return lineLength(line) + 1 + firstWordLength(text, next) > least;
}

function lineLength(line: Line): number {
  return line.column + line.bodyEnd - line.start;
}

function firstWordLength(text: string, { bodyStart, bodyEnd }: Line): number {
  let index = bodyStart;
  while (index < bodyEnd && skipLayout(text, index, index + 1) === index) index++;
  return index - bodyStart;
}

function isClosed(text: string, line: Line): boolean {
  return closed.test(text.slice(Math.max(line.bodyStart, line.bodyEnd - 8), line.bodyEnd));
}

function beginsSmall(text: string, line: Line): boolean {
  goesOn.lastIndex = line.bodyStart;
  return goesOn.test(text);
}
