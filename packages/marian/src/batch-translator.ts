import type { TextOutcome } from './child-message.ts';
import type { Decoder, SourceSentence } from './decoder.ts';
import type { ModelConfig } from './model-config.ts';
import { targetLimit } from './target-limit.ts';
import type { Tokenizer } from './tokenizer.ts';

interface Tokenized {
  readonly index: number;
  readonly ids: readonly number[];
}

/** Cuts sentences, shortest first, into runs of at most `budget` padded tokens. */
function planRuns(sentences: readonly Tokenized[], budget: number): Tokenized[][] {
  const runs: Tokenized[][] = [];
  let run: Tokenized[] = [];
  for (const sentence of sentences.toSorted((a, b) => a.ids.length - b.ids.length)) {
    if (run.length > 0 && sentence.ids.length * (run.length + 1) > budget) {
      runs.push(run);
      run = [];
    }
    run.push(sentence);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** What is neither empty, nor the text, nor there twice: different tokens may spell the same. */
function distinct(others: readonly string[], text: string): string[] {
  return [...new Set(others)].filter((other) => other !== '' && other !== text);
}

/**
 * Text to text: tokenises, decodes in runs within the budget, and puts the results in the order of the texts. `limit`: the most
 * tokens of a translation, by the length of its source. `alternatives`: the most next best translations that are wanted.
 * `betweenRuns` is awaited wherever something else could be done first.
 */
export function createBatchTranslator(
  tokenizer: Tokenizer,
  decoder: Pick<Decoder, 'decode'>,
  config: ModelConfig,
  maxBatchTokens: number,
  limit = (sourceTokens: number) => targetLimit(sourceTokens, config.maxTargetTokens),
): (
  texts: readonly string[],
  alternatives?: number,
  betweenRuns?: () => Promise<void>,
) => Promise<TextOutcome[]> {
  return async (texts, alternatives = 0, betweenRuns = async () => undefined) => {
    const outcomes: TextOutcome[] = new Array(texts.length);
    const sentences: Tokenized[] = [];
    for (const [index, text] of texts.entries()) {
      const ids = tokenizer.encode(text);
      if (ids.length > config.maxSourceTokens) {
        const message = `a segment of ${ids.length} tokens is longer than the model's ${config.maxSourceTokens}`;
        outcomes[index] = { code: 'segment_too_long', message };
      } else if (ids.length === 1) {
        outcomes[index] = {
          targetText: '',
          alternatives: [],
          cutShort: false,
          sourceTokens: 1,
          targetTokens: 0,
        };
      } else {
        sentences.push({ index, ids });
      }
    }
    for (const [number, run] of planRuns(sentences, maxBatchTokens).entries()) {
      if (number > 0) await betweenRuns();
      const batch = run.map(
        ({ ids }): SourceSentence => ({
          ids,
          maxTargetTokens: limit(ids.length),
        }),
      );
      for (const [place, target] of (await decoder.decode(batch)).entries()) {
        const { index, ids } = run[place] as Tokenized;
        const targetText = tokenizer.decode(target.ids);
        const others = alternatives === 0 ? [] : target.alternatives.map((ids) => tokenizer.decode(ids));
        outcomes[index] = {
          targetText,
          alternatives: distinct(others, targetText).slice(0, alternatives),
          cutShort: !target.ended,
          sourceTokens: ids.length,
          targetTokens: target.ids.length + (target.ended ? 1 : 0),
        };
      }
    }
    return outcomes;
  };
}
