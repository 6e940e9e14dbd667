import { InferenceSession, Tensor } from 'onnxruntime-node';
import { createBeamSearch } from './beam-search.ts';
import type { Decoder, SourceSentence, TargetSentence } from './decoder.ts';
import { createGreedySearch } from './greedy-search.ts';
import type { ModelConfig } from './model-config.ts';
import type { GraphFiles } from './model-folder.ts';
import { sessionOptions } from './session-options.ts';

type Tensors = Record<string, Tensor>;

export interface StepwiseDecoderOptions {
  readonly files: GraphFiles;
  readonly config: ModelConfig;
  readonly beamSize: number;
  readonly threads: number;
}

function toTensor(rows: readonly (readonly number[])[], width: number, filler: number): Tensor {
  const data = new BigInt64Array(rows.length * width).fill(BigInt(filler));
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      data[index * width + column] = BigInt(value);
    });
  });
  return new Tensor('int64', data, [rows.length, width]);
}

/** The named rows of a tensor, in that order; a row may be named several times. */
function gatherRows(tensor: Tensor, rows: readonly number[]): Tensor {
  const [count = 0, ...rest] = tensor.dims;
  if (rows.length === count && rows.every((row, index) => row === index)) return tensor;
  const size = rest.reduce((product, dim) => product * dim, 1);
  const from = tensor.data as Float32Array | BigInt64Array;
  const to = new (from.constructor as new (length: number) => typeof from)(rows.length * size);
  rows.forEach((row, index) => {
    (to as Float32Array).set((from as Float32Array).subarray(row * size, (row + 1) * size), index * size);
  });
  return new Tensor(tensor.type as 'float32', to as Float32Array, [rows.length, ...rest]);
}

/** The key-value cache that the next step reads, from what the last one wrote; the first step wrote the encoder's part. */
function pastFrom(present: Tensors, past: Tensors | undefined, parents: readonly number[]): Tensors {
  const next: Tensors = {};
  for (const [name, tensor] of Object.entries(present)) {
    if (name === 'logits') continue;
    const pastName = name.replace('present', 'past_key_values');
    const kept = past && name.includes('.encoder.') ? past[pastName] : tensor;
    next[pastName] = gatherRows(kept as Tensor, parents);
  }
  return next;
}

/**
 * Decodes over the two sessions of a transformers.js folder, one token a call: slow, because the cache travels through
 * JavaScript at every step, but it fits every layout that transformers.js itself can run, and serves as the oracle.
 */
export async function createStepwiseDecoder(options: StepwiseDecoderOptions): Promise<Decoder> {
  const { config, beamSize } = options;
  const [encoder, decoder] = await Promise.all(
    [options.files.encoder, options.files.decoder].map((file) =>
      InferenceSession.create(file, sessionOptions(options.threads)),
    ) as [Promise<InferenceSession>, Promise<InferenceSession>],
  );
  const width = config.dModel / config.decoderHeads;
  const emptyPast = (rows: number) =>
    Object.fromEntries(
      decoder.inputNames
        .filter((name) => name.startsWith('past_key_values.'))
        .map((name) => [
          name,
          new Tensor('float32', new Float32Array(0), [rows, config.decoderHeads, 0, width]),
        ]),
    );

  async function decode(batch: readonly SourceSentence[]): Promise<TargetSentence[]> {
    if (batch.length === 0) return [];
    const longest = Math.max(...batch.map(({ ids }) => ids.length));
    const inputs = batch.map(({ ids }) => ids);
    let mask = toTensor(
      inputs.map((ids) => ids.map(() => 1)),
      longest,
      0,
    );
    const encoded = await encoder.run({
      input_ids: toTensor(inputs, longest, config.padTokenId),
      attention_mask: mask,
    });
    let hidden = encoded.last_hidden_state as Tensor;
    const limits = batch.map(({ maxTargetTokens }) => Math.min(maxTargetTokens, config.maxTargetTokens));
    const search =
      beamSize === 1 ? createGreedySearch(limits, config) : createBeamSearch(limits, beamSize, config);
    let tokens = batch.map(() => config.startTokenId);
    let past: Tensors | undefined;
    for (;;) {
      const present = (await decoder.run({
        input_ids: toTensor(
          tokens.map((token) => [token]),
          1,
          0,
        ),
        encoder_attention_mask: mask,
        encoder_hidden_states: hidden,
        use_cache_branch: new Tensor('bool', [past !== undefined], [1]),
        ...(past ?? emptyPast(batch.length)),
      })) as Tensors;
      const next = search.next((present.logits as Tensor).data as Float32Array);
      if (next === undefined) return search.results();
      past = pastFrom(present, past, next.parents);
      mask = gatherRows(mask, next.parents);
      hidden = gatherRows(hidden, next.parents);
      tokens = [...next.tokens];
    }
  }

  return {
    decode,
    async close() {
      await Promise.all([encoder.release(), decoder.release()]);
    },
  };
}
