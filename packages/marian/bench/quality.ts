/**
 * Translates the first 600 lines of a file of `German<TAB>English` lines with a bundled model in floats and as it is compiled,
 * and tells how many came out differently. The three files that it writes (`reference.txt`, `float.txt`, `int8.txt`) are what
 * `sacrebleu reference.txt -i int8.txt -m bleu chrf` wants. Usage: `node bench/quality.ts PAIRS.tsv FOLDER [BEAMS] [de-en | en-de]`.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileModel } from '../src/compile/compile-model.ts';
import { buildMarianGraph } from '../src/compile/marian-graph.ts';
import { encodeOnnx, readOnnx } from '../src/compile/onnx-file.ts';
import { floatPrecision } from '../src/compile/precision.ts';
import { traceMarian } from '../src/compile/trace-marian.ts';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import { decodeInRuns } from '../src/decode-in-runs.ts';
import { defaultMaxBatchTokens } from '../src/engine-options.ts';
import { readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';
import { targetLimit } from '../src/target-limit.ts';
import { loadTokenizer } from '../src/tokenizer.ts';

const [pairs = '', output = '.', beams = '1', direction = 'de-en'] = process.argv.slice(2);
const sourceLang = direction.slice(0, 2);
const beamSize = Number(beams);
const folder = fileURLToPath(new URL('.', import.meta.resolve(`@unlimited/model-${direction}/config.json`)));
const [config, files] = await Promise.all([readModelConfig(folder), findGraphFiles(folder)]);
const tokenizer = await loadTokenizer(folder, config.eosTokenId);
const lines = (await readFile(pairs, 'utf8')).trim().split('\n').slice(0, 600);
const columns = lines.map((line) => (sourceLang === 'de' ? line.split('\t') : line.split('\t').toReversed()));

async function translateBy(graph: string): Promise<string[]> {
  const decoder = await createCompiledDecoder({ graph, config, beamSize, threads: 1 });
  const sentences = columns.map(([source = '']) => {
    const ids = tokenizer.encode(source);
    return { ids, maxTargetTokens: targetLimit(ids.length, config.maxTargetTokens) };
  });
  const targets = await decodeInRuns(decoder, sentences, defaultMaxBatchTokens);
  await decoder.close();
  return targets.map(({ ids }) => tokenizer.decode(ids));
}

const floatGraph = join(output, 'float.onnx');
const weights = traceMarian(await readOnnx(files.encoder), await readOnnx(files.decoder), config);
const { model } = buildMarianGraph({ weights, config, precision: floatPrecision(), beamSize });
await writeFile(floatGraph, encodeOnnx(model));
const int8Graph = join(output, 'int8.onnx');
await compileModel({ folder, files, sourceLang, beamSize, output: int8Graph });

const inFloats = await translateBy(floatGraph);
const inBytes = await translateBy(int8Graph);
const save = (name: string, texts: readonly string[]) =>
  writeFile(join(output, name), `${texts.join('\n')}\n`);
await save(
  'reference.txt',
  columns.map(([, target = '']) => target),
);
await save('float.txt', inFloats);
await save('int8.txt', inBytes);
const changed = inBytes.filter((text, index) => text !== inFloats[index]).length;
process.stdout.write(`${changed} of ${inBytes.length} sentences changed by 8 bits\n`);
