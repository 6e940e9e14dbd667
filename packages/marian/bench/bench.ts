/**
 * Measures the engine beside transformers.js on the same weights. Prints a table, or JSON with `--json`; `--only bundled` or
 * `--only opus` measures one model. Ratios within a run mean something; figures of different runs, on a machine with
 * other things to do, hardly.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { memorySettings } from '../src/child-process.ts';
import { compileModel } from '../src/compile/compile-model.ts';
import { readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import type { Figures, MeasureTask, MemoryFigures, MemoryTask } from './measurement.ts';
import { randomSentences, writeRandomModel } from './random-model.ts';

interface BenchModel {
  readonly name: string;
  readonly folder: string;
  readonly sentences: readonly string[];
  readonly targetTokens?: number;
}

export interface BenchResult extends Figures {
  readonly model: string;
  readonly system: MeasureTask['system'];
  readonly beamSize: number;
  readonly singleThread?: boolean;
  readonly graphMb?: number;
  /** Of a process like the engine's own, which has no tokenizer. */
  readonly memory?: readonly MemoryFigures[];
}

const run = promisify(execFile);

/** What the module prints when it is started with the task. */
async function runTask<Result>(
  work: string,
  module: string,
  task: MeasureTask | MemoryTask,
): Promise<Result> {
  const file = join(work, 'task.json');
  await writeFile(file, JSON.stringify(task));
  // The environment is the one of the engine's own processes.
  const { stdout } = await run(process.execPath, [fileURLToPath(new URL(module, import.meta.url)), file], {
    env: { ...memorySettings, ...process.env },
  });
  return JSON.parse(stdout);
}

const measure = (work: string, task: MeasureTask) => runTask<Figures>(work, './measure.ts', task);

const measureMemory = (work: string, task: MemoryTask) =>
  runTask<MemoryFigures[]>(work, './measure-memory.ts', task);

async function measureModel(work: string, model: BenchModel): Promise<BenchResult[]> {
  const { name, folder, sentences } = model;
  const base = { folder, sentences, ...(model.targetTokens ? { targetTokens: model.targetTokens } : {}) };
  const batches = [1, 16, 64];
  const tokenizer = await loadTokenizer(folder, (await readModelConfig(folder)).eosTokenId);
  const ids = sentences.map((text) => tokenizer.encode(text));
  const results: BenchResult[] = [];
  for (const beamSize of [1, 4]) {
    const graph = join(work, `${name}-${beamSize}.onnx`);
    const files = await findGraphFiles(folder);
    await compileModel({ folder, files, sourceLang: 'de', beamSize, output: graph });
    const figures = await measure(work, { ...base, system: 'ours', graph, beamSize, batches });
    const memory = await measureMemory(work, { ...base, sentences: ids, graph, beamSize, batches });
    results.push({
      model: name,
      system: 'ours',
      beamSize,
      graphMb: ((await stat(graph)).size + (await stat(`${graph}.data`)).size) / 1e6,
      memory,
      ...figures,
    });
  }
  for (const singleThread of [false, true]) {
    const task = {
      ...base,
      system: 'transformers' as const,
      beamSize: 1,
      singleThread,
      batches,
    };
    results.push({
      model: name,
      system: task.system,
      beamSize: 1,
      singleThread,
      ...(await measure(work, task)),
    });
  }
  return results;
}

/** Sentences of everyday length; the first four have 15 words. */
const german = (await readFile(new URL('./german-sentences.txt', import.meta.url), 'utf8'))
  .trim()
  .split('\n');

async function benchModels(work: string, only: string | undefined): Promise<BenchModel[]> {
  const models: BenchModel[] = [];
  if (only !== 'opus') {
    const folder = fileURLToPath(new URL('.', import.meta.resolve('@unlimited/model-de-en/config.json')));
    const sentences = Array.from({ length: 64 }, (_, index) => german[index % german.length] as string);
    models.push({ name: 'bundled', folder, sentences });
  }
  if (only !== 'bundled') {
    const folder = join(work, 'opus');
    await writeRandomModel(folder);
    models.push({ name: 'opus', folder, sentences: randomSentences(64, 24), targetTokens: 29 });
  }
  return models;
}

function pad(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, column) => (column < 2 ? String(cell).padEnd(8 + 18 * column) : String(cell).padStart(10)))
    .join('');
}

function labelOf({ system, beamSize, singleThread }: BenchResult): string {
  if (system === 'ours') return beamSize === 1 ? 'ours, greedy' : `ours, beam ${beamSize}`;
  return singleThread ? 'transformers.js, 1 thr.' : 'transformers.js';
}

/** Ratios are to transformers.js with its own settings: at the same batch, and one sentence at a time. */
function toTable(results: readonly BenchResult[]): string {
  const lines = [pad(['model', 'system', 'batch', 'tok/cpu-s', '×same', '×single', 'tok/s', 'ms', 'cpu ms'])];
  for (const result of results) {
    const isTheirs = (each: BenchResult) =>
      each.model === result.model && each.system === 'transformers' && !each.singleThread;
    const theirs = results.find(isTheirs)?.batches ?? [];
    for (const { batch, tokensPerCpuSecond, tokensPerSecond, latencyMs, cpuMs } of result.batches) {
      const ratio = (to: number) => {
        const other = theirs.find((each) => each.batch === to);
        return other ? (tokensPerCpuSecond / other.tokensPerCpuSecond).toFixed(2) : '';
      };
      const speed = [tokensPerCpuSecond.toFixed(), ratio(batch), ratio(1), tokensPerSecond.toFixed()];
      lines.push(
        pad([result.model, labelOf(result), batch, ...speed, latencyMs.toFixed(1), cpuMs.toFixed(1)]),
      );
    }
  }
  lines.push('', pad(['model', 'system', 'load ms', '1st token', 'peak MB', 'graph MB']));
  for (const result of results) {
    const { loadMs, firstTokenMs = 0, peakMemoryMb, graphMb } = result;
    const figures = [
      loadMs.toFixed(),
      `${firstTokenMs.toFixed(1)} ms`,
      peakMemoryMb.toFixed(),
      graphMb?.toFixed() ?? '',
    ];
    lines.push(pad([result.model, labelOf(result), ...figures]));
  }
  lines.push('', pad(['model', 'process', 'after', 'peak MB', '× graph', 'own MB', '× graph']));
  for (const result of results) {
    const { memory = [], graphMb = 0 } = result;
    for (const { after, peakMb, ownMb } of memory) {
      const figures = [peakMb, ownMb].flatMap((mb) => [mb.toFixed(), (mb / graphMb).toFixed(2)]);
      lines.push(pad([result.model, labelOf(result), after, ...figures]));
    }
  }
  return lines.join('\n');
}

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' } },
  allowPositionals: true,
});
if (values.only !== undefined && values.only !== 'bundled' && values.only !== 'opus') {
  throw new Error(`--only takes bundled or opus, not ${values.only}`);
}
const work = await mkdtemp(join(tmpdir(), 'marian-bench-'));
try {
  const results: BenchResult[] = [];
  for (const model of await benchModels(work, values.only))
    results.push(...(await measureModel(work, model)));
  const machine = cpus()[0]?.model.trim() ?? 'unknown processor';
  const output = values.json
    ? JSON.stringify({ machine, results }, null, 2)
    : `${machine}\n\n${toTable(results)}`;
  process.stdout.write(`${output}\n`);
} finally {
  await rm(work, { recursive: true });
}
