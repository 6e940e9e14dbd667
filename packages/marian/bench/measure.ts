/** A process that measures one system and prints the figures as JSON. Its argument is a file with a `MeasureTask`. */
import { readFile } from 'node:fs/promises';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import { readModelConfig } from '../src/model-config.ts';
import { toSegmentResult } from '../src/segment-result.ts';
import { targetLimit } from '../src/target-limit.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import type { BatchFigures, Figures, MeasureTask } from './measurement.ts';

/** Translates one batch and tells how many tokens it became. */
type Translate = (texts: readonly string[], targetTokens: number | undefined) => Promise<number>;

async function openOurs({ folder, graph = '', beamSize }: MeasureTask): Promise<Translate> {
  const config = await readModelConfig(folder);
  const [tokenizer, decoder] = await Promise.all([
    loadTokenizer(folder, config.eosTokenId),
    createCompiledDecoder({ graph, config, beamSize, threads: 1 }),
  ]);
  return async (texts, targetTokens) => {
    const sentences = texts.map((text) => {
      const ids = tokenizer.encode(text);
      return { ids, maxTargetTokens: targetTokens ?? targetLimit(ids.length, config.maxTargetTokens) };
    });
    const targets = await decoder.decode(sentences);
    const results = targets.map((target, i) =>
      toSegmentResult(tokenizer, sentences[i]?.ids.length ?? 0, target, 0),
    );
    return results.reduce((sum, result) => sum + result.targetTokens, 0);
  };
}

/** The steps of the library's translation pipeline, which keeps the number of tokens to itself. */
async function openTransformers({ folder, singleThread }: MeasureTask): Promise<Translate> {
  // Only here: it would be a part of our memory, too.
  const { AutoModelForSeq2SeqLM, AutoTokenizer, env, LogLevel } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  env.logLevel = LogLevel.ERROR;
  const { padTokenId } = await readModelConfig(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const threads = singleThread ? { session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 } } : {};
  const model = await AutoModelForSeq2SeqLM.from_pretrained(folder, { dtype: 'q8', ...threads });
  return async (texts, targetTokens) => {
    const inputs = tokenizer([...texts], { padding: true, truncation: true });
    const limit = targetTokens === undefined ? {} : { max_new_tokens: targetTokens };
    const generated = await model.generate({ ...inputs, num_beams: 1, ...limit });
    const rows = (generated as { tolist(): bigint[][] }).tolist();
    tokenizer.batch_decode(
      rows.map((row) => row.map(Number)),
      { skip_special_tokens: true },
    );
    const padding = BigInt(padTokenId);
    return rows.reduce((sum, row) => sum + row.slice(1).filter((token) => token !== padding).length, 0);
  };
}

/** No batch size is measured for longer than this, but twice at least; the first time does not count. */
const longestMs = 6_000;

async function measureBatch(translate: Translate, task: MeasureTask, batch: number): Promise<BatchFigures> {
  let best: BatchFigures | undefined;
  const begunAll = performance.now();
  for (let run = 0; run < 2 || (run < 10 && performance.now() - begunAll < longestMs); run += 1) {
    // One sentence at a time means several, one after the other: they are not equally long.
    const parts =
      batch === 1 ? task.sentences.slice(0, 4).map((text) => [text]) : [task.sentences.slice(0, batch)];
    const cpu = process.cpuUsage();
    const begun = performance.now();
    let tokens = 0;
    for (const texts of parts) tokens += await translate(texts, task.targetTokens);
    const seconds = (performance.now() - begun) / 1e3;
    const { user, system } = process.cpuUsage(cpu);
    const cpuSeconds = (user + system) / 1e6;
    const figures = {
      batch,
      tokensPerCpuSecond: tokens / cpuSeconds,
      tokensPerSecond: tokens / seconds,
      latencyMs: (seconds / parts.length) * 1e3,
      cpuMs: (cpuSeconds / parts.length) * 1e3,
    };
    if (run > 0 && (best === undefined || figures.tokensPerCpuSecond > best.tokensPerCpuSecond))
      best = figures;
  }
  return best as BatchFigures;
}

async function measureFirstToken(translate: Translate, [text = '']: readonly string[]): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 10; run += 1) {
    const begun = performance.now();
    await translate([text], 1);
    best = Math.min(best, performance.now() - begun);
  }
  return best;
}

/** Linux counts what the parent had into a child's `maxRSS`, but not into the peak of its status. */
async function peakMemoryMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1e3;
}

const task: MeasureTask = JSON.parse(await readFile(process.argv[2] as string, 'utf8'));
const translate = await (task.system === 'ours' ? openOurs : openTransformers)(task);
await translate(task.sentences.slice(0, 1), task.targetTokens);
const loadMs = performance.now();
const firstTokenMs = await measureFirstToken(translate, task.sentences);
const batches: BatchFigures[] = [];
for (const batch of task.batches) batches.push(await measureBatch(translate, task, batch));
const figures: Figures = {
  loadMs,
  peakMemoryMb: await peakMemoryMb(),
  firstTokenMs,
  batches,
};
process.stdout.write(JSON.stringify(figures));
process.exit();
