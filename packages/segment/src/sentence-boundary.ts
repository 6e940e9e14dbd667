/**
 * Which of UAX #29's sentence boundaries are none. The rules know only what stands on either side:
 *
 * - No boundary before a small letter, nor without white space (`?id=5`), except in scripts that write none.
 * - A closing mark that stands apart (`. »`), and reference numbers (`[17]`), belong to what is before.
 * - A mark in parentheses that did not begin the sentence (`ein (!) Haus`) does not end it.
 * - A number or a letter alone is no sentence (`1. Der …`).
 * - A full stop after an abbreviation, an initial (`J. S. Bach`), a word without vowels (`Str.`), and in German after an
 *   ordinal (`3. Oktober`, `Ludwig XIV.`, `24.12.`) is not the end of a sentence.
 *
 * Where a mark could be either, the next word decides: one that begins sentences (`Der`, `It`) begins one here.
 */
import { readSentenceEnd, readWordBefore, type SentenceEnd } from './before-boundary.ts';
import { extendsGrapheme } from './characters.ts';
import { createFullStopRule } from './full-stop.ts';
import { startersOf } from './language-words.ts';

/** Where the sentence that begins at `start` ends, given a boundary at `index`: there, a little later, or not (-1). */
export type BoundaryRule = (text: string, start: number, index: number) => number;

/** As far back as an opening mark is looked for, in code units. */
const sight = 512;

const opening = String.raw`[\p{Ps}\p{Pi}\p{Pf}"'„‚${'`'}¿¡]*`;
const nextWord = new RegExp(String.raw`${opening}([\p{L}\p{N}]{0,40}['’]?)(\.?)`, 'uy');
const trailer = /(?:[»›”“)\]}]+(?=\s)|\[(?:\d[\d,;–\s-]{0,40}|…|\.{3})\](?=\s|\[))\s*/uy;
const detachedQuote = /"(?=\s)\s*/y;
const smallLetter = /^\p{Ll}/u;
const capitals = /^\p{Lu}{2,}$/u;
const label = /^\s*(?:\d{1,3}|\p{L}|[IVX]{1,8})$/u;

export function createBoundaryRule(lang: string): BoundaryRule {
  const { language } = new Intl.Locale(lang);
  const starters = startersOf(language);
  const endsSentence = createFullStopRule(language);
  const isStarter = (word: string) =>
    starters.has(word) || ((capitals.test(word) || word.includes('’')) && starters.has(toTitleCase(word)));

  return (text, start, index) => {
    const before = readSentenceEnd(text, start, index);
    if (!before) return index;
    if (before.space === index && text.charCodeAt(before.mark) < 0x3000) return -1;

    const end = skipTrailers(text, start, index);
    if (end === text.length) return -1;
    nextWord.lastIndex = end;
    const [, next = '', stop] = nextWord.exec(text) ?? [];
    if (smallLetter.test(next)) return -1;

    const startsNew = isStarter(next) && !(stop && next.length === 1);
    if (!startsNew && isAside(text, start, before)) return -1;
    const isFullStop = before.closers - before.mark === 1 && text[before.mark] === '.';
    if (!isFullStop) return end;
    if (before.mark - start < 16 && label.test(text.slice(start, before.mark))) return -1;
    const word = readWordBefore(text, start, before.mark);
    return endsSentence({ text, word, mark: before.mark, end, next, startsNew }) ? end : -1;
  };
}

/** Closing marks and reference numbers behind a boundary belong to the sentence before it. */
function skipTrailers(text: string, start: number, index: number): number {
  let end = index;
  for (;;) {
    const mark = text[end] === '"' && isQuoteOpen(text, start, end) ? detachedQuote : trailer;
    mark.lastIndex = end;
    if (!mark.test(text)) return extendsGrapheme(text, end) ? end - 1 : end;
    end = mark.lastIndex;
  }
}

function isQuoteOpen(text: string, start: number, index: number): boolean {
  return text.slice(Math.max(start, index - sight), index).split('"').length % 2 === 0;
}

/** Whether the mark stands in brackets that opened in the middle of the sentence. */
function isAside(text: string, start: number, { closers, space }: SentenceEnd): boolean {
  const closing = text.slice(closers, space);
  if (!closing.includes(')') && !closing.includes(']')) return false;
  const sentence = text.slice(Math.max(start, closers - sight), closers);
  const open = Math.max(sentence.lastIndexOf('('), sentence.lastIndexOf('['));
  return open > 0 && sentence.slice(0, open).trim() !== '';
}

function toTitleCase(word: string): string {
  const plain = word.replace('’', "'");
  return capitals.test(plain) ? plain.charAt(0) + plain.slice(1).toLowerCase() : plain;
}
