import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileModel } from '../src/compile/compile-model.ts';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import type { Decoder, SourceSentence, TargetSentence } from '../src/decoder.ts';
import { createEngine } from '../src/index.ts';
import { type ModelConfig, readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';
import { createStepwiseDecoder } from '../src/stepwise-decoder.ts';
import { targetLimit } from '../src/target-limit.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import { bundledModel } from './bundled-model.ts';
import { germanSentences } from './german-sentences.ts';
import { createOracle } from './transformers-oracle.ts';
import { createFloatDecoder, readWeights, rewriteModel } from './written-model.ts';

let folder: string;
let floatModel: string;
let config: ModelConfig;
let sources: (count: number) => SourceSentence[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marian-compiled-'));
  floatModel = join(folder, 'fp32');
  await rewriteModel(bundledModel, floatModel, false);
  config = await readModelConfig(bundledModel);
  const tokenizer = await loadTokenizer(bundledModel, config.eosTokenId);
  sources = (count) =>
    germanSentences(count).map((text) => {
      const ids = tokenizer.encode(text);
      return { ids, maxTargetTokens: targetLimit(ids.length, config.maxTargetTokens) };
    });
});
afterAll(() => rm(folder, { recursive: true }));

/** Sentence 0, 389, 778 …, so that neighbours have different lengths. */
async function decodeMixed(decoder: Decoder, sentences: readonly SourceSentence[], size: number) {
  const order = sentences.map((_, index) => (index * 389) % sentences.length);
  const results: TargetSentence[] = new Array(sentences.length);
  for (let start = 0; start < order.length; start += size) {
    const rows = order.slice(start, start + size);
    const decoded = await decoder.decode(rows.map((row) => sentences[row] as SourceSentence));
    for (const [place, row] of rows.entries()) results[row] = decoded[place] as TargetSentence;
  }
  return results;
}

describe('a graph compiled in floats', () => {
  it('equals the greedy output of transformers.js on a thousand sentences', async () => {
    const sentences = sources(1_000);
    const decoder = await createFloatDecoder(floatModel, config, 1, join(folder, 'greedy.onnx'));
    const results = await decodeMixed(decoder, sentences, 64);
    await decoder.close();
    const oracle = await createOracle(floatModel, 'fp32', [config.eosTokenId, config.padTokenId]);
    for (const [index, { ids, maxTargetTokens }] of sentences.entries()) {
      const result = results[index] as TargetSentence;
      // At its limit, transformers.js replaces the last token by the end of the sentence.
      const expected = await oracle.generate(ids, result.ended ? 512 : maxTargetTokens);
      expect(result.ids.slice(0, expected.length), `sentence ${index}`).toEqual(expected);
      expect(result.ids.length - expected.length).toBeLessThanOrEqual(result.ended ? 0 : 2);
    }
    await oracle.close();
  }, 600_000);

  it('searches with beams as the plain search does', async () => {
    const sentences = sources(80);
    const files = await findGraphFiles(floatModel);
    for (const beamSize of [2, 4]) {
      const plain = await createStepwiseDecoder({ files, config, beamSize, threads: 1 });
      const compiled = await createFloatDecoder(floatModel, config, beamSize, join(folder, 'beam.onnx'));
      expect(await decodeMixed(compiled, sentences, 13)).toEqual(await decodeMixed(plain, sentences, 40));
      await Promise.all([plain.close(), compiled.close()]);
    }
  });
});

describe('a compiled model', () => {
  it.each([1, 4])('gives a sentence the same translation in every batch (%i beams)', async (beamSize) => {
    const graph = join(folder, `int8-${beamSize}.onnx`);
    const files = await findGraphFiles(bundledModel);
    await compileModel({ folder: bundledModel, files, sourceLang: 'de', beamSize, output: graph });
    const decoder = await createCompiledDecoder({ graph, config, beamSize, threads: 1 });
    const sentences = sources(beamSize === 1 ? 400 : 100);
    const alone = await decodeMixed(decoder, sentences, 1);
    expect(alone.filter(({ ended }) => ended).length).toBeGreaterThan(0.9 * sentences.length);
    for (const size of [3, 16, 64]) expect(await decodeMixed(decoder, sentences, size)).toEqual(alone);
    await decoder.close();
  });

  it('ends every sentence at its own limit', async () => {
    const decoder = await createFloatDecoder(floatModel, config, 4, join(folder, 'limits.onnx'));
    const limited = sources(12).map((sentence, index) => ({ ...sentence, maxTargetTokens: 1 + index }));
    for (const [index, { ids, ended }] of (await decoder.decode(limited)).entries()) {
      expect(ids.length + (ended ? 1 : 0)).toBeLessThanOrEqual(1 + index);
    }
    expect(await decoder.decode([])).toEqual([]);
    await decoder.close();
  });
});

describe('the weights of a folder', () => {
  it('are found again in what is written from them, in 8 bits as they were', async () => {
    const quantized = join(folder, 'q8');
    await rewriteModel(bundledModel, quantized, true);
    const [original, floats, bytes] = await Promise.all(
      [bundledModel, floatModel, quantized].map(readWeights),
    );
    const layer = (weights: typeof original) => weights?.decoder.layers[1]?.crossAttention.v.weight;
    expect(layer(floats)?.values).toEqual(layer(original)?.values);
    expect(layer(bytes)?.integers).toEqual(layer(original)?.integers);
    expect(bytes?.decoder.head.weight.integers).toEqual(original?.decoder.head.weight.integers);
    const gains = (weights: typeof original) => weights?.encoder.layers[3]?.finalNorm.gamma;
    expect(gains(bytes)).toEqual(gains(original));
  });

  it('of an unknown kind are refused with what was found, and decoded step by step', async () => {
    const odd = join(folder, 'odd');
    await rewriteModel(bundledModel, odd, true, { decoder_layers: 3 });
    const warnings: object[] = [];
    const logger = {
      info: () => undefined,
      warn: (fields: object) => warnings.push(fields),
      error: () => undefined,
    };
    const models = [{ sourceLang: 'de', targetLang: 'en', source: odd }];
    const engine = await createEngine({ models, processes: 1, beamSize: 1, cacheDir: folder, logger });
    const [result] = await engine.translate(engine.models[0]?.modelKey as string, ['Das Haus ist alt.']);
    await engine.close();
    expect(result?.targetText).toBe('The house is old.');
    expect(JSON.stringify(warnings)).toMatch(/expected .* found /);
  });
});
