/** Open texts of an owner that advance at full pace. */
const FULL_PACE_TEXTS = 4;

/**
 * Blocks are claimed in the order of their turns, within a turn the oldest translation first. Everybody's first
 * block comes before anybody's second, so a short text never waits behind a novel.
 *
 * So that nobody gets more of the engine by cutting a novel into fifty texts, each further four open texts of an
 * owner start a turn later and advance that much slower: at pace 1 the blocks have the turns 0, 1, 2 …, at pace 3
 * they have 2, 5, 8 …. It costs the claim nothing, for the turn is part of its index.
 */
export function paceOf(openTexts: number): number {
  return Math.max(1, Math.ceil(openTexts / FULL_PACE_TEXTS));
}

/** The turn of a block; see {@link paceOf}. */
export function turnOf(blockNo: number, pace: number): number {
  return (blockNo + 1) * pace - 1;
}
