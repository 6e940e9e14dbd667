import type { Word } from './place-marks.ts';

/** Phrases longer than this many words are seldom found again, and their place is told well enough by their share. */
export const longestPhrase = 8;
/** The share of a phrase's words that must be there. */
const least = 0.5;

/**
 * Where a phrase that was translated alone stands among the words of a translated sentence: the words from `from` to `to` that
 * have most in common with it, the nearest to `near` if there are several. Undefined if it was translated otherwise there.
 */
export function findPhrase(
  phrase: string,
  words: readonly Word[],
  from: number,
  to: number,
  near: number,
): { first: number; last: number } | undefined {
  const wanted = (phrase.match(/\S+/g) ?? []).map(stemOf).filter((stem) => stem !== '');
  if (wanted.length === 0 || wanted.length > 2 * longestPhrase) return undefined;
  const stems = new Set(wanted);
  let best: { first: number; last: number; score: number } | undefined;
  for (let first = from; first < to; first += 1) {
    if (!stems.has(stemOf(words[first]?.word ?? ''))) continue;
    const open = [...wanted];
    let last = first;
    for (let index = first; index < Math.min(to, first + wanted.length + 1); index += 1) {
      const at = open.indexOf(stemOf(words[index]?.word ?? ''));
      if (at < 0) continue;
      open.splice(at, 1);
      last = index;
    }
    const score = weightOf(wanted) - weightOf(open) - Math.abs(first - near) / 1000;
    if (best === undefined || score > best.score) best = { first, last, score };
  }
  if (best === undefined || best.score < least * weightOf(wanted)) return undefined;
  return { first: best.first, last: best.last };
}

/** Long words tell more than articles. */
function weightOf(stems: readonly string[]): number {
  return stems.reduce((sum, stem) => sum + Math.min(stem.length, 8), 0);
}

/** A word without case, punctuation and a short ending: `House,` and `houses` are the same. */
function stemOf(word: string): string {
  const letters = word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '');
  return letters.length > 4 ? letters.replace(/(?:ing|ed|es|s|e)$/, '') : letters;
}
