import type { Flag } from './flag.ts';

/** How bad each flag is, so that a small fault is preferred to a large one. */
const weights: Readonly<Record<Flag, number>> = {
  empty_target: 100,
  wrong_script: 40,
  repetition: 30,
  copied_source: 30,
  cut_short: 20,
  missing_sentence: 20,
  length_off: 15,
  doubled_sentence: 10,
  lost_inline: 10,
  glossary_missed: 12,
  numbers_changed: 8,
};

const badness = (flags: readonly Flag[]) => flags.reduce((sum, flag) => sum + weights[flag], 0);

/** The result with the lighter flags; the first where they are equal. */
export function better<Result extends { readonly flags: readonly Flag[] }>(a: Result, b: Result): Result {
  return badness(b.flags) < badness(a.flags) ? b : a;
}
