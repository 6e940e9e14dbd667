import type { TargetSentence } from './decoder.ts';
import type { NextRows, Search, SearchSettings } from './search.ts';

interface Hypothesis {
  readonly ids: readonly number[];
  /** Sum of the log-probabilities of its tokens. */
  readonly sum: number;
}

interface BeamSentence {
  readonly limit: number;
  running: Hypothesis[];
  /** Normalised scores of the best ended hypotheses, best first, at most one for each beam. */
  ended: { readonly ids: readonly number[]; readonly score: number }[];
  done: boolean;
}

interface Candidate extends Hypothesis {
  readonly parent: number;
  readonly token: number;
}

/** What a logit is greater than its log-probability, among the tokens that are not left out. */
function logSumExp(values: Float32Array, left: ReadonlySet<number>): number {
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > max) max = value;
  let sum = 0;
  for (const [token, value] of values.entries()) if (!left.has(token)) sum += Math.exp(value - max);
  return max + Math.log(sum);
}

/** The `count` best tokens of a row, best first; the lower id among equals. */
function topTokens(values: Float32Array, count: number, left: ReadonlySet<number>): number[] {
  const best: number[] = [];
  for (let token = 0; token < values.length; token += 1) {
    const value = values[token] as number;
    if (left.has(token)) continue;
    if (best.length === count && value <= (values[best[count - 1] as number] as number)) continue;
    let place = best.length;
    while (place > 0 && (values[best[place - 1] as number] as number) < value) place -= 1;
    best.splice(place, 0, token);
    if (best.length > count) best.pop();
  }
  return best;
}

/**
 * Beam search. In every step each running hypothesis may end, and is then scored by its log-probability divided by
 * its length (end included) to the power of the length penalty; the `beamSize` best ended ones are kept. The best
 * `beamSize` continuations run on. A sentence is done when as many hypotheses have ended as there are beams and no
 * running one, at the length it has, scores above the worst of them (`early_stopping=False` of Hugging Face's generate).
 *
 * At the limit the best running hypothesis counts like an ended one, and wins only by its score.
 */
export function createBeamSearch(
  limits: readonly number[],
  beamSize: number,
  settings: SearchSettings,
): Search {
  const { vocabSize, eosTokenId } = settings;
  const suppressed = new Set(settings.suppressedTokenIds);
  const left = new Set([...suppressed, eosTokenId]);
  const normalise = (sum: number, length: number) => sum / length ** settings.lengthPenalty;
  const sentences = limits.map(
    (limit): BeamSentence => ({ limit, running: [{ ids: [], sum: 0 }], ended: [], done: false }),
  );
  const cutShort = new Set<BeamSentence>();

  function advance(sentence: BeamSentence, logits: Float32Array, firstRow: number): Candidate[] {
    const candidates: Candidate[] = [];
    for (const [beam, { ids, sum }] of sentence.running.entries()) {
      const row = firstRow + beam;
      const values = logits.subarray(row * vocabSize, (row + 1) * vocabSize);
      const total = logSumExp(values, suppressed);
      const endSum = sum + (values[eosTokenId] as number) - total;
      sentence.ended.push({ ids, score: normalise(endSum, ids.length + 1) });
      for (const token of topTokens(values, beamSize, left)) {
        candidates.push({
          ids: [...ids, token],
          sum: sum + (values[token] as number) - total,
          parent: row,
          token,
        });
      }
    }
    sentence.ended = sentence.ended.sort((a, b) => b.score - a.score).slice(0, beamSize);
    return candidates.sort((a, b) => b.sum - a.sum).slice(0, beamSize);
  }

  function settle(sentence: BeamSentence): void {
    const best = sentence.running[0] as Hypothesis;
    const attainable = normalise(best.sum, best.ids.length);
    const worst = sentence.ended.at(-1);
    if (sentence.ended.length >= beamSize && (worst as { score: number }).score >= attainable) {
      sentence.done = true;
    } else if (best.ids.length >= sentence.limit) {
      sentence.done = true;
      const champion = sentence.ended[0];
      if (champion === undefined || champion.score < attainable) {
        sentence.ended.unshift({ ids: best.ids, score: attainable });
        cutShort.add(sentence);
      }
    }
  }

  return {
    next(logits) {
      const next: NextRows & { parents: number[]; tokens: number[] } = { parents: [], tokens: [] };
      let row = 0;
      for (const sentence of sentences) {
        if (sentence.done) continue;
        const firstRow = row;
        row += sentence.running.length;
        const candidates = advance(sentence, logits, firstRow);
        sentence.running = candidates;
        settle(sentence);
        if (sentence.done) continue;
        next.parents.push(...candidates.map(({ parent }) => parent));
        next.tokens.push(...candidates.map(({ token }) => token));
      }
      return next.tokens.length === 0 ? undefined : next;
    },
    results: (): TargetSentence[] =>
      sentences.map((sentence) => ({
        ids: sentence.ended[0]?.ids ?? [],
        ended: !cutShort.has(sentence),
        alternatives: sentence.ended
          .slice(1, beamSize)
          .map(({ ids }) => ids)
          .filter((ids) => ids.length > 0),
      })),
  };
}
