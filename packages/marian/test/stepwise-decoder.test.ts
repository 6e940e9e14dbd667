import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Decoder } from '../src/decoder.ts';
import { type ModelConfig, readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';
import { createStepwiseDecoder } from '../src/stepwise-decoder.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import { bundledModel } from './bundled-model.ts';
import { germanSentences } from './german-sentences.ts';
import { createOracle } from './transformers-oracle.ts';

let config: ModelConfig;
let decoder: Decoder;
beforeAll(async () => {
  config = await readModelConfig(bundledModel);
  decoder = await createStepwiseDecoder({
    files: await findGraphFiles(bundledModel),
    config,
    beamSize: 1,
    threads: 1,
  });
});
afterAll(() => decoder.close());

it('equals the greedy output of transformers.js, sentence by sentence', async () => {
  const oracle = await createOracle(bundledModel, 'q8', [config.eosTokenId, config.padTokenId]);
  const tokenizer = await loadTokenizer(bundledModel, config.eosTokenId);
  for (const text of germanSentences(60)) {
    const ids = tokenizer.encode(text);
    const [target] = await decoder.decode([{ ids, maxTargetTokens: 60 }]);
    expect(target, text).toEqual({ ids: await oracle.generate(ids, 60), ended: true, alternatives: [] });
  }
  await oracle.close();
});
