import type { TargetSentence } from './decoder.ts';
import type { Tokenizer } from './tokenizer.ts';

/** What became of one text. */
export interface SegmentResult {
  readonly targetText: string;
  /** The next best translations, best first, as many as were asked for and found; all different. */
  readonly alternatives: readonly string[];
  /** The model did not end the translation itself; it ran into the limit that the source's length sets. */
  readonly cutShort: boolean;
  /** End of sentence included. */
  readonly sourceTokens: number;
  readonly targetTokens: number;
}

/** Of a text without anything for the model: only the end-of-sentence token. */
export const emptyResult: SegmentResult = {
  targetText: '',
  alternatives: [],
  cutShort: false,
  sourceTokens: 1,
  targetTokens: 0,
};

/** The texts of what a decoder made of a sentence of `sourceTokens` tokens, with at most so many alternatives. */
export function toSegmentResult(
  tokenizer: Pick<Tokenizer, 'decode'>,
  sourceTokens: number,
  target: TargetSentence,
  alternatives: number,
): SegmentResult {
  const targetText = tokenizer.decode(target.ids);
  const others = alternatives === 0 ? [] : target.alternatives.map((ids) => tokenizer.decode(ids));
  return {
    targetText,
    alternatives: distinct(others, targetText).slice(0, alternatives),
    cutShort: !target.ended,
    sourceTokens,
    targetTokens: target.ids.length + (target.ended ? 1 : 0),
  };
}

/** What is neither empty, nor the text, nor there twice: different tokens may spell the same. */
function distinct(others: readonly string[], text: string): string[] {
  return [...new Set(others)].filter((other) => other !== '' && other !== text);
}
