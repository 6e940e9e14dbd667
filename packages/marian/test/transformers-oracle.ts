import { AutoModelForSeq2SeqLM, env, Tensor } from '@xenova/transformers';

/** The greedy output of transformers.js' own `generate` for one sentence, without start and end. */
export interface Oracle {
  generate(ids: readonly number[], maxTargetTokens: number): Promise<number[]>;
  close(): Promise<unknown>;
}

export async function createOracle(
  folder: string,
  dtype: 'fp32' | 'q8',
  special: readonly number[],
): Promise<Oracle> {
  env.allowRemoteModels = false;
  const model = await AutoModelForSeq2SeqLM.from_pretrained(folder, {
    dtype,
    session_options: { intraOpNumThreads: 1 },
  });
  return {
    async generate(ids, maxTargetTokens) {
      const input = (values: readonly number[]) =>
        new Tensor('int64', BigInt64Array.from(values, BigInt), [1, ids.length]);
      const generated = (await model.generate({
        inputs: input(ids),
        attention_mask: input(ids.map(() => 1)),
        num_beams: 1,
        max_length: maxTargetTokens,
      } as never)) as Tensor;
      return [...(generated.data as BigInt64Array)].map(Number).filter((token) => !special.includes(token));
    },
    close: () => model.dispose(),
  };
}
