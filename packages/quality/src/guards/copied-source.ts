import { germanLowercaseWords } from '../german-lowercase-words.ts';
import { baseLanguage } from '../language-marks.ts';
import type { TextWords } from '../words.ts';

/** Length of the word runs that are compared. */
const run = 4;

/**
 * Whether the target text repeats the source instead of translating it: all of it, or four words in a row. Names and
 * cognates come through unchanged in good translations, so at least two of the words must be small ones in the source
 * (not capitalised), of three letters or more, and a single word never counts. German ones have to be known, because
 * technical texts are full of English.
 */
export function isCopied(
  { written: source, words }: TextWords,
  { words: target }: TextWords,
  sourceLang: string,
): boolean {
  if (source.length < run) {
    const same = source.length > 1 && words.join(' ') === target.join(' ');
    return same && source.filter(isSmall).length >= source.length / 2;
  }
  if (longestSharedRun(words, target) < run) return false;
  const isTelling = baseLanguage(sourceLang) === 'de' ? isSmallGerman : isSmall;
  const runs = new Set<string>();
  for (let at = 0; at + run <= source.length; at += 1) {
    const words = source.slice(at, at + run);
    if (words.filter(isTelling).length > 1) runs.add(words.join(' ').toLowerCase());
  }
  for (let at = 0; at + run <= target.length; at += 1) {
    if (runs.has(target.slice(at, at + run).join(' '))) return true;
  }
  return false;
}

/** Most words in a row that stand in the target text too, in whatever order. */
function longestSharedRun(source: readonly string[], target: readonly string[]): number {
  const known = new Set(target);
  let longest = 0;
  let length = 0;
  for (const word of source) {
    length = known.has(word) ? length + 1 : 0;
    longest = Math.max(longest, length);
  }
  return longest;
}

function isSmall(word: string): boolean {
  return word.length > 2 && word === word.toLowerCase() && !/\d/.test(word);
}

function isSmallGerman(word: string): boolean {
  return isSmall(word) && germanLowercaseWords.has(word);
}
