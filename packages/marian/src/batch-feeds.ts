import { Tensor } from 'onnxruntime-node';
import type { SourceSentence } from './decoder.ts';
import type { ModelConfig } from './model-config.ts';

/** Added to the scores of what must not be attended to: its weight becomes exactly 0. */
const masked = -1e9;

/** The inputs of a compiled graph for one batch, padded to a multiple of `step` tokens. */
export function batchFeeds(
  batch: readonly SourceSentence[],
  { maxTargetTokens }: Pick<ModelConfig, 'maxTargetTokens'>,
  step: number,
): Record<string, Tensor> {
  const longest = Math.max(...batch.map(({ ids }) => ids.length));
  const width = Math.ceil(longest / step) * step;
  const tokens = batch.reduce((sum, { ids }) => sum + ids.length, 0);
  const inputIds = new BigInt64Array(tokens);
  const places = new BigInt64Array(tokens);
  const slots = new BigInt64Array(batch.length * width);
  const maskBias = new Float32Array(batch.length * width).fill(masked);
  let slot = 0;
  for (const [row, { ids }] of batch.entries()) {
    const start = row * width;
    for (const [place, id] of ids.entries()) {
      inputIds[slot] = BigInt(id);
      places[slot] = BigInt(start + place);
      slots[start + place] = BigInt(slot);
      slot += 1;
    }
    maskBias.fill(0, start, start + ids.length);
  }
  const limits = batch.map((sentence) => Math.min(sentence.maxTargetTokens, maxTargetTokens));
  return {
    input_ids: new Tensor('int64', inputIds, [tokens, 1]),
    places: new Tensor('int64', places, [tokens, 1]),
    slots: new Tensor('int64', slots, [batch.length, width]),
    mask_bias: new Tensor('float32', maskBias, [batch.length, 1, 1, width]),
    limits: new Tensor('int64', BigInt64Array.from(limits, BigInt), [batch.length, 1]),
    max_steps: new Tensor('int64', BigInt64Array.of(BigInt(Math.max(...limits))), []),
  };
}
