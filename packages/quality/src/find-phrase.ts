import type { Word } from './place-marks.ts';

/** Phrases longer than this many words are seldom found again, and their place is told well enough by their share. */
export const longestPhrase = 8;
/** The share of a phrase that must be there to tell where it begins and ends, */
const enough = 0.5;
/** and the share that tells at least where about it stands. */
const hint = 0.25;

export interface FoundPhrase {
  readonly first: number;
  readonly last: number;
}

interface Match extends FoundPhrase {
  readonly score: number;
  /** How many words of the phrase come before the first that was found. */
  readonly skipped: number;
}

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
): FoundPhrase | undefined {
  const wanted = (phrase.match(/\S+/g) ?? []).map(stemOf).filter((stem) => stem !== '');
  if (wanted.length === 0 || wanted.length > 2 * longestPhrase) return undefined;
  let best: Match | undefined;
  for (let first = from; first < to; first += 1) {
    const match = matchAt(wanted, words, first, to, near);
    if (match !== undefined && match.score > (best?.score ?? 0)) best = match;
  }
  if (best === undefined || best.score < hint * weightOf(wanted)) return undefined;
  if (best.score >= enough * weightOf(wanted)) return best;
  const first = Math.max(from, best.first - best.skipped);
  return { first, last: Math.min(to - 1, Math.max(best.last, first + wanted.length - 1)) };
}

function matchAt(
  wanted: readonly string[],
  words: readonly Word[],
  first: number,
  to: number,
  near: number,
): Match | undefined {
  const skipped = wanted.indexOf(stemOf(words[first]?.word ?? ''));
  if (skipped < 0) return undefined;
  const open = [...wanted];
  let last = first;
  for (let index = first; index < Math.min(to, first + wanted.length + 1); index += 1) {
    const at = open.indexOf(stemOf(words[index]?.word ?? ''));
    if (at < 0) continue;
    open.splice(at, 1);
    last = index;
  }
  const score = weightOf(wanted) - weightOf(open) - Math.abs(first - near) / 1000;
  return { first, last, score, skipped };
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
