/**
 * Measures the engine beside transformers.js on the same weights. Prints tables, or JSON with `--json`; `--only bundled` or
 * `--only opus` measures one model; `--peer 2.17.2` fetches that release of `@xenova/transformers` and measures it beside the
 * project's. Ratios within a run mean something; figures of different runs, on a machine with other things to do, hardly.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { childEnvironment } from '../src/child-process.ts';
import { compileModel } from '../src/compile/compile-model.ts';
import { readModelConfig } from '../src/model-config.ts';
import { findGraphFiles } from '../src/model-folder.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import { type BenchResult, toTable } from './bench-result.ts';
import { installPeer } from './install-peer.ts';
import { type MeasuredSystem, openSystem } from './measured-system.ts';
import type { MeasureTask, MemoryFigures, MemoryTask } from './measurement.ts';
import { randomSentences, writeRandomModel } from './random-model.ts';
import { type TurnFigures, takeTurns } from './take-turns.ts';

interface BenchModel {
  readonly name: string;
  readonly folder: string;
  readonly sentences: readonly string[];
  readonly targetTokens?: number;
}

const batches = [1, 16, 64];

const run = promisify(execFile);

async function measureMemory(work: string, task: MemoryTask): Promise<MemoryFigures[]> {
  const file = join(work, 'task.json');
  await writeFile(file, JSON.stringify(task));
  const module = fileURLToPath(new URL('./measure-memory.ts', import.meta.url));
  const { stdout } = await run(process.execPath, [module, file], { env: childEnvironment() });
  return JSON.parse(stdout);
}

/** Graphs for greedy and beam search, with their size. */
async function compile(work: string, { name, folder }: BenchModel) {
  const files = await findGraphFiles(folder);
  const compiled: { beamSize: number; graph: string; graphMb: number }[] = [];
  for (const beamSize of [1, 4]) {
    const graph = join(work, `${name}-${beamSize}.onnx`);
    await compileModel({ folder, files, sourceLang: 'de', beamSize, output: graph });
    const bytes = (await stat(graph)).size + (await stat(`${graph}.data`)).size;
    compiled.push({ beamSize, graph, graphMb: bytes / 1e6 });
  }
  return compiled;
}

async function measureModel(
  work: string,
  model: BenchModel,
  peer: { version: string; module: string } | undefined,
): Promise<BenchResult[]> {
  const { name, folder, sentences } = model;
  const base = { folder, sentences, ...(model.targetTokens ? { targetTokens: model.targetTokens } : {}) };
  const tokenizer = await loadTokenizer(folder, (await readModelConfig(folder)).eosTokenId);
  const ids = sentences.map((text) => tokenizer.encode(text));
  type Entrant = Pick<BenchResult, 'system' | 'graphMb' | 'memory'> & { readonly task: MeasureTask };
  const entrants: Entrant[] = [];
  for (const { beamSize, graph, graphMb } of await compile(work, model)) {
    entrants.push({
      system: beamSize === 1 ? 'ours, greedy' : `ours, beam ${beamSize}`,
      graphMb,
      memory: await measureMemory(work, { ...base, sentences: ids, graph, beamSize, batches }),
      task: { ...base, system: 'ours', graph, beamSize },
    });
  }
  const theirs = { ...base, system: 'transformers' as const, beamSize: 1 };
  if (peer !== undefined) {
    const { version, module } = peer;
    entrants.push({ system: `transformers.js ${version}`, task: { ...theirs, peer: module } });
  }
  entrants.push(
    { system: 'transformers.js, 1 thr.', task: { ...theirs, singleThread: true } },
    // With its own settings: what the others are compared with.
    { system: 'transformers.js', task: theirs },
  );
  const systems: MeasuredSystem[] = [];
  try {
    for (const { task } of entrants) systems.push(await openSystem(task));
    const measured = await takeTurns(systems, systems.at(-1) as MeasuredSystem, batches);
    return entrants.map(({ task: _, ...entrant }, i) => ({
      model: name,
      ...entrant,
      ...(systems[i] as MeasuredSystem).opened,
      ...(measured[i] as TurnFigures),
    }));
  } finally {
    for (const system of systems) system.close();
  }
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

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, peer: { type: 'string' } },
  allowPositionals: true,
});
if (values.only !== undefined && values.only !== 'bundled' && values.only !== 'opus') {
  throw new Error(`--only takes bundled or opus, not ${values.only}`);
}
const work = await mkdtemp(join(tmpdir(), 'marian-bench-'));
try {
  const version = values.peer;
  const peer = version === undefined ? undefined : { version, module: await installPeer(work, version) };
  const results: BenchResult[] = [];
  for (const model of await benchModels(work, values.only))
    results.push(...(await measureModel(work, model, peer)));
  const machine = cpus()[0]?.model.trim() ?? 'unknown processor';
  const output = values.json
    ? JSON.stringify({ machine, results }, null, 2)
    : `${machine}\n\n${toTable(results)}`;
  process.stdout.write(`${output}\n`);
} finally {
  await rm(work, { recursive: true });
}
