import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readModelConfig } from '../model-config.ts';
import type { GraphFiles } from '../model-folder.ts';
import { loadTokenizer } from '../tokenizer.ts';
import { calibrate } from './calibrate.ts';
import { buildMarianGraph } from './marian-graph.ts';
import { readOnnx, writeOnnx } from './onnx-file.ts';
import { int8Precision } from './precision.ts';
import { sampleSentences } from './sample-sentences.ts';
import { traceMarian } from './trace-marian.ts';

export interface CompileOptions {
  readonly folder: string;
  readonly files: GraphFiles;
  readonly sourceLang: string;
  readonly beamSize: number;
  /** Path of the graph to be written; the file with its weights goes beside it. */
  readonly output: string;
}

/**
 * Compiles the two graphs of a model folder into one that translates a batch in one call, with 8-bit weights and
 * activations. The graph appears under its name when all is complete.
 *
 * @throws UnexpectedGraph when the folder holds something else than the compiler knows.
 */
export async function compileModel(options: CompileOptions): Promise<void> {
  // Where nothing can be stored, nothing need be computed.
  await mkdir(dirname(options.output), { recursive: true });
  const config = await readModelConfig(options.folder);
  const tokenizer = await loadTokenizer(options.folder, config.eosTokenId);
  const [encoder, decoder] = await Promise.all([
    readOnnx(options.files.encoder),
    readOnnx(options.files.decoder),
  ]);
  const weights = traceMarian(encoder, decoder, config);
  const sentences = sampleSentences(options.sourceLang).map((text) => tokenizer.encode(text));
  const precision = int8Precision(await calibrate({ weights, config }, sentences));
  const { model } = buildMarianGraph({ weights, config, precision, beamSize: options.beamSize });
  await writeOnnx(options.output, model);
}
