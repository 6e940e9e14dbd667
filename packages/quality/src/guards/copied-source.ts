import { germanLowercaseWords } from '../german-lowercase-words.ts';
import { baseLanguage } from '../language-marks.ts';
import { writtenWordsOf } from '../words.ts';

/** Length of the word runs that are compared. */
const run = 4;

/**
 * Whether the target text repeats the source instead of translating it: all of it, or four words in a row. Names and
 * cognates come through unchanged in good translations, so at least two of the words must be small ones in the source
 * (not capitalised), of three letters or more, and a single word never counts. German ones have to be known, because
 * technical texts are full of English.
 */
export function isCopied(sourceText: string, targetText: string, sourceLang: string): boolean {
  const source = writtenWordsOf(sourceText);
  const target = writtenWordsOf(targetText).map((word) => word.toLowerCase());
  if (source.length < run) {
    const same = source.length > 1 && source.map((word) => word.toLowerCase()).join(' ') === target.join(' ');
    return same && source.filter(isSmall).length >= source.length / 2;
  }
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

function isSmall(word: string): boolean {
  return word.length > 2 && word === word.toLowerCase() && !/\d/.test(word);
}

function isSmallGerman(word: string): boolean {
  return isSmall(word) && germanLowercaseWords.has(word);
}
