import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTransformersFolder } from '../bench/transformers-folder.ts';
import { buildMarianGraph } from '../src/compile/marian-graph.ts';
import type { Embedding, MarianWeights } from '../src/compile/marian-weights.ts';
import { turn } from '../src/compile/matrices.ts';
import { encodeOnnx, readOnnx } from '../src/compile/onnx-file.ts';
import { floatPrecision } from '../src/compile/precision.ts';
import { traceMarian } from '../src/compile/trace-marian.ts';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import type { Decoder } from '../src/decoder.ts';
import { type ModelConfig, readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';

/** The weights that the graphs of a folder hold. */
export async function readWeights(folder: string): Promise<MarianWeights> {
  const { encoder, decoder } = await findGraphFiles(folder);
  return traceMarian(await readOnnx(encoder), await readOnnx(decoder), await readModelConfig(folder));
}

/** The same weights with one matrix for embeddings and projection: quantized apart from each other, they differ a little. */
function tie(weights: MarianWeights): MarianWeights {
  const { rows, columns, values } = weights.decoder.head.weight;
  const tokens = { rows: columns, columns: rows, values: turn(values, rows, columns) };
  const tied = (embedding: Embedding) => ({ ...embedding, tokens });
  return {
    ...weights,
    encoder: { ...weights.encoder, embedding: tied(weights.encoder.embedding) },
    decoder: { ...weights.decoder, embedding: tied(weights.decoder.embedding) },
  };
}

/** Writes the model of a folder into another one, with fp32 or 8-bit weights; `changes` go into its config.json. */
export async function rewriteModel(
  from: string,
  to: string,
  quantized: boolean,
  changes: object = {},
): Promise<void> {
  const names = ['config.json', 'generation_config.json', 'tokenizer.json', 'tokenizer_config.json'];
  const contents = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(from, name), 'utf8'))),
  );
  const json = Object.fromEntries(names.map((name, index) => [name, contents[index]]));
  json['config.json'] = { ...json['config.json'], ...changes };
  const heads = json['config.json'].decoder_attention_heads;
  await writeTransformersFolder(to, tie(await readWeights(from)), { heads, quantized, json });
}

/** A decoder that computes in floats, as no compiled model does. */
export async function createFloatDecoder(
  folder: string,
  config: ModelConfig,
  beamSize: number,
  graph: string,
): Promise<Decoder> {
  const weights = await readWeights(folder);
  const { model } = buildMarianGraph({ weights, config, precision: floatPrecision(), beamSize });
  await writeFile(graph, encodeOnnx(model));
  return createCompiledDecoder({ graph, config, beamSize, threads: 1 });
}
