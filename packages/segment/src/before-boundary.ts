/**
 * What stands before a possible sentence end. Written out by hand, because it runs for every full stop of a text and regular
 * expressions that search backwards cost more than everything else together.
 */
import { isLayout } from './characters.ts';

/** The end of a sentence, `word.“ `: indexes where each part begins, and where the last one ends. */
export interface SentenceEnd {
  readonly mark: number;
  readonly closers: number;
  readonly space: number;
  readonly end: number;
}

const closer = /[\p{Pe}\p{Pf}\p{Pi}]/u;
const separator = /[\p{Ps}\p{Pi}\p{Pf}„‚]/u;
const letter = /\p{L}/u;
const spacedLetters = /^(?:\p{L}\.)+$/u;

/** As far as a word is read, in code units. */
const maxWord = 48;

/** Reads backwards from `end`; undefined if there is no mark that these rules know. */
export function readSentenceEnd(text: string, start: number, end: number): SentenceEnd | undefined {
  let space = end;
  while (space > start && isLayout(text.charCodeAt(space - 1))) space--;
  let closers = space;
  while (closers > start && isCloser(text.charCodeAt(closers - 1))) closers--;
  let mark = closers;
  while (mark > start && isMark(text.charCodeAt(mark - 1))) mark--;
  return mark === closers ? undefined : { mark, closers, space, end };
}

/** The word that ends at `end`. The letters of an abbreviation with spaces come without them: `d. h` is `d.h`. */
export function readWordBefore(text: string, start: number, end: number): string {
  const first = Math.max(start, end - maxWord);
  let from = wordStart(text, first, end);
  let word = text.slice(from, end);
  if (word.length > 1 || !letter.test(word)) return word;
  while (from - 3 >= first && isLayout(text.charCodeAt(from - 1)) && text[from - 2] === '.') {
    const previous = wordStart(text, first, from - 1);
    const letters = text.slice(previous, from - 1);
    if (!spacedLetters.test(letters)) break;
    word = letters + word;
    from = previous;
  }
  return word;
}

function wordStart(text: string, first: number, end: number): number {
  let index = end;
  while (index > first && !isSeparator(text.charCodeAt(index - 1))) index--;
  return index;
}

/** . ! ? … ‽ and the East Asian 。！？｡ */
function isMark(code: number): boolean {
  if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f;
  return (
    code === 0x2026 ||
    code === 0x203d ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f ||
    code === 0xff61
  );
}

function isCloser(code: number): boolean {
  if (code < 0x80) return code === 0x22 || code === 0x27 || code === 0x29 || code === 0x5d || code === 0x7d;
  return closer.test(String.fromCharCode(code));
}

/** What a word does not reach across: white space, opening marks, quotes, slashes. */
function isSeparator(code: number): boolean {
  if (code <= 0x2f) return code <= 0x22 || code === 0x27 || code === 0x28 || code === 0x2f;
  if (code < 0x80) return code === 0x5b || code === 0x7b || code === 0x7f;
  return code < 0x2000
    ? isLayout(code) || code === 0xab || code === 0xbb
    : isLayout(code) || separator.test(String.fromCharCode(code));
}
