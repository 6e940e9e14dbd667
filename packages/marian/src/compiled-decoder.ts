import { InferenceSession } from 'onnxruntime-node';
import { batchFeeds } from './batch-feeds.ts';
import type { Decoder, SourceSentence, TargetSentence } from './decoder.ts';
import type { ModelConfig } from './model-config.ts';
import { sessionOptions } from './session-options.ts';

/**
 * Sources are padded to a multiple of this: the kernels of ONNX Runtime add up in groups of this size, and a group must not
 * be cut differently because of a longer neighbour.
 */
const lengthStep = 8;

export interface CompiledDecoderOptions {
  /** The compiled graph. */
  readonly graph: string;
  readonly config: ModelConfig;
  readonly beamSize: number;
  readonly threads: number;
}

/** Decodes with a compiled graph: one call of ONNX Runtime for a batch. */
export async function createCompiledDecoder(options: CompiledDecoderOptions): Promise<Decoder> {
  const { config, beamSize } = options;
  const session = await InferenceSession.create(options.graph, sessionOptions(options.threads));
  const output = session.outputNames[0] as string;
  return {
    async decode(batch: readonly SourceSentence[]): Promise<TargetSentence[]> {
      if (batch.length === 0) return [];
      const { [output]: ids } = await session.run(batchFeeds(batch, config, lengthStep));
      const data = ids?.data as BigInt64Array;
      const steps = data.length / (batch.length * beamSize);
      const read = (row: number, limit: number) => {
        const target: number[] = [];
        for (let step = 0; step < Math.min(steps, limit); step += 1) {
          const token = Number(data[row * steps + step]);
          if (token === config.eosTokenId) return { ids: target, ended: true };
          target.push(token);
        }
        return { ids: target, ended: false };
      };
      return batch.map(({ maxTargetTokens }, sentence) => {
        const first = sentence * beamSize;
        const alternatives: (readonly number[])[] = [];
        for (let row = first + 1; row < first + beamSize; row += 1) {
          const { ids, ended } = read(row, maxTargetTokens);
          if (ended && ids.length > 0) alternatives.push(ids);
        }
        return { ...read(first, maxTargetTokens), alternatives };
      });
    },
    close: () => session.release(),
  };
}
