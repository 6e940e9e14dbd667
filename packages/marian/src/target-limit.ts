/**
 * The most tokens that a source of `sourceTokens` may become: a translation that runs on in circles must not keep
 * its batch busy, and real ones stay far below twice their source.
 */
export function targetLimit(sourceTokens: number, maxTargetTokens: number): number {
  return Math.min(maxTargetTokens, 2 * sourceTokens + 16);
}
