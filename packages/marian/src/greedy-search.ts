import type { TargetSentence } from './decoder.ts';
import type { NextRows, Search, SearchSettings } from './search.ts';

/** The index of the largest value of a row; the first one among equals. */
function argmax(values: Float32Array, suppressed: ReadonlySet<number>): number {
  let best = -1;
  let bestValue = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (value > bestValue && !suppressed.has(index)) {
      best = index;
      bestValue = value;
    }
  }
  return best;
}

/** Always the likeliest token. `limits`: the most tokens of each sentence, its end included. */
export function createGreedySearch(limits: readonly number[], settings: SearchSettings): Search {
  const suppressed = new Set(settings.suppressedTokenIds);
  const sentences = limits.map((limit) => ({ limit, ids: [] as number[], ended: false }));
  let live = sentences.map((_, index) => index);

  return {
    next(logits) {
      const next: NextRows & { parents: number[]; tokens: number[] } = { parents: [], tokens: [] };
      const stillLive: number[] = [];
      for (const [row, index] of live.entries()) {
        const sentence = sentences[index] as (typeof sentences)[number];
        const token = argmax(
          logits.subarray(row * settings.vocabSize, (row + 1) * settings.vocabSize),
          suppressed,
        );
        if (token === settings.eosTokenId) {
          sentence.ended = true;
          continue;
        }
        sentence.ids.push(token);
        if (sentence.ids.length >= sentence.limit) continue;
        stillLive.push(index);
        next.parents.push(row);
        next.tokens.push(token);
      }
      live = stillLive;
      return live.length === 0 ? undefined : next;
    },
    results: (): TargetSentence[] => sentences.map(({ ids, ended }) => ({ ids, ended, alternatives: [] })),
  };
}
