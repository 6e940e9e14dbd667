import type { Decoder, SourceSentence, TargetSentence } from './decoder.ts';

interface Placed extends SourceSentence {
  /** Its place among the results. */
  readonly place: number;
}

/** Cuts sentences, shortest first, into runs of at most `budget` padded tokens. */
function planRuns(sentences: readonly SourceSentence[], budget: number): Placed[][] {
  const runs: Placed[][] = [];
  let run: Placed[] = [];
  const placed = sentences.map((sentence, place) => ({ ...sentence, place }));
  for (const sentence of placed.sort((a, b) => a.ids.length - b.ids.length)) {
    if (run.length > 0 && sentence.ids.length * (run.length + 1) > budget) {
      runs.push(run);
      run = [];
    }
    run.push(sentence);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/**
 * Decodes sentences in runs of at most `budget` padded tokens (longest × sentences), or of one sentence; results in their
 * order. `betweenRuns` is awaited wherever something else could be done first.
 */
export async function decodeInRuns(
  decoder: Pick<Decoder, 'decode'>,
  sentences: readonly SourceSentence[],
  budget: number,
  betweenRuns: () => Promise<void> = async () => undefined,
): Promise<TargetSentence[]> {
  const targets: TargetSentence[] = new Array(sentences.length);
  for (const [number, run] of planRuns(sentences, budget).entries()) {
    if (number > 0) await betweenRuns();
    for (const [i, target] of (await decoder.decode(run)).entries()) {
      targets[(run[i] as Placed).place] = target;
    }
  }
  return targets;
}
