import type { TextWords } from '../words.ts';

/** Longest phrase, in words, whose immediate repetition is looked for. */
const longestPhrase = 12;
/** Share of a text's phrases that is more than a style. */
const muchRepeated = 0.35;
/** A word of four letters or more right after itself, with only a space between: "the list list". */
const doubledWord = /(?<![\p{L}\p{M}\d])(\p{L}{4,40}) \1(?![\p{L}\p{M}\d])/giu;
/** Words that good English and German say twice in a row. */
const mayDouble = new Set(['that', 'very', 'nein', 'doch', 'sehr', 'ganz', 'really', 'many', 'more']);

/**
 * Whether the target text runs in a loop that the source does not have: a word or phrase repeated on the spot, a string
 * repeated inside a word or in a text without spaces, or the same phrases over and over with others in between.
 */
export function hasRepetition(source: TextWords, target: TextWords): boolean {
  return (
    hasPhraseLoop(source.words, target.words) ||
    exceeds(doubledWords, target, source, 0) ||
    exceeds(({ text }) => longestLetterLoop(text), target, source, 1) ||
    (mayRepeat(target.words, muchRepeated) &&
      exceeds(({ words }) => repeatedShare(words), target, source, muchRepeated, 2))
  );
}

/** Whether a measure of the target is above `least`, and above `factor` times that of the source, which is seldom asked for. */
function exceeds(
  measure: (text: TextWords) => number,
  target: TextWords,
  source: TextWords,
  least: number,
  factor = 1,
): boolean {
  const value = measure(target);
  return value > least && value > factor * measure(source);
}

/** More repetitions than the source has are a loop; one more is let pass where the source repeats itself (`Nein, nein, nein!`). */
function hasPhraseLoop(source: readonly string[], target: readonly string[]): boolean {
  const inTarget = repetitions(target);
  if (inTarget.every((times) => times < 2)) return false;
  const inSource = Math.max(...repetitions(source));
  const allowed = inSource > 2 ? inSource + 1 : inSource;
  return inTarget.some((times, i) => times > allowed && times >= (i < 3 ? 3 : 2));
}

/** For phrases of one word, two words, and so on: how often one comes in a row at most. Numbers alone do not count. */
function repetitions(words: readonly string[]): number[] {
  return Array.from({ length: longestPhrase }, (_, i) => {
    const length = i + 1;
    if (2 * length > words.length) return 1;
    let run = 0;
    let longest = 0;
    for (let at = length; at < words.length; at += 1) {
      const word = words[at] ?? '';
      run = word === words[at - length] && !(length === 1 && /^\d+$/.test(word)) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return 1 + Math.floor(longest / length);
  });
}

function doubledWords({ text, words }: TextWords): number {
  if (!words.some((word, i) => i > 0 && mayBeDouble(words[i - 1] ?? '', word))) return 0;
  return Array.from(text.matchAll(doubledWord)).filter(([, word = '']) => !mayDouble.has(word.toLowerCase()))
    .length;
}

/** Whether a word begins as the one before it, or its part after a hyphen or apostrophe, is: sooner told than by the pattern. */
function mayBeDouble(before: string, word: string): boolean {
  if (word.startsWith(before)) return true;
  const mark = Math.max(before.lastIndexOf('-'), before.lastIndexOf("'"), before.lastIndexOf('’'));
  return mark >= 0 && word.startsWith(before.slice(mark + 1));
}

/** 2 or more where one letter comes six times in a row, or a string of 2 to 8 characters four times; else 1. */
function longestLetterLoop(text: string): number {
  let most = 1;
  for (let period = 1; period <= 8; period += 1) {
    const repeats = (at: number) =>
      text.charCodeAt(at) === text.charCodeAt(at - period) && /[\p{L}\p{M}\s]/u.test(text[at] ?? '');
    const shortest = period === 1 ? 5 : 3 * period;
    // A run that is long enough covers one of the places that are looked at.
    for (let at = period + shortest - 1; at < text.length; at += shortest) {
      if (!repeats(at)) continue;
      let start = at;
      while (start > period && repeats(start - 1)) start -= 1;
      while (at + 1 < text.length && repeats(at + 1)) at += 1;
      const run = at + 1 - start;
      if (run >= shortest && /\p{L}/u.test(text.slice(at - period, at)))
        most = Math.max(most, 1 + Math.floor(run / period));
    }
  }
  return most;
}

/** Whether enough words came before for `repeatedShare` to exceed `share`; sooner told. */
function mayRepeat(words: readonly string[], share: number): boolean {
  return words.length - new Set(words).size > share * (words.length - 2);
}

/** Share of three-word phrases that came before; 0 for short texts. */
function repeatedShare(words: readonly string[]): number {
  if (words.length < 15) return 0;
  const seen = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at += 1) seen.add(words.slice(at, at + 3).join(' '));
  return 1 - seen.size / (words.length - 2);
}
