/** A process that opens one system and translates as often as it is told to; it sends figures. See `MeasureRequest`. */
import { readFile } from 'node:fs/promises';
import type { Tensor } from '@xenova/transformers';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import { readModelConfig } from '../src/model-config.ts';
import { toSegmentResult } from '../src/segment-result.ts';
import { targetLimit } from '../src/target-limit.ts';
import { loadTokenizer } from '../src/tokenizer.ts';
import type { MeasureRequest, MeasureTask, OpenFigures, RunFigures } from './measurement.ts';

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

/** As releases before the third have it; they take the weights of 8 bits by themselves. */
interface FormerModel {
  generate(ids: Tensor, settings: object, processor: null, masks: object): Promise<number[][]>;
}

/** The steps of the library's translation pipeline, which keeps the number of tokens to itself. */
async function openTransformers({ folder, singleThread, peer }: MeasureTask): Promise<Translate> {
  // Only here: it would be a part of our memory, too.
  const { AutoModelForSeq2SeqLM, AutoTokenizer, env, ...library }: typeof import('@xenova/transformers') =
    await import(peer ?? '@xenova/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = '/';
  if (library.LogLevel !== undefined) env.logLevel = library.LogLevel.ERROR;
  const { padTokenId } = await readModelConfig(folder);
  const tokenizer = await AutoTokenizer.from_pretrained(folder);
  const threads = singleThread ? { session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 } } : {};
  const model = await AutoModelForSeq2SeqLM.from_pretrained(folder, { dtype: 'q8', ...threads });
  return async (texts, targetTokens) => {
    const inputs = tokenizer([...texts], { padding: true, truncation: true });
    const limit = targetTokens === undefined ? {} : { max_new_tokens: targetTokens };
    const settings = { num_beams: 1, ...limit };
    const rows = await (peer === undefined
      ? (model.generate({ ...inputs, ...settings }) as Promise<Tensor>).then((tensor) => tensor.tolist())
      : (model as unknown as FormerModel).generate(inputs.input_ids, settings, null, {
          inputs_attention_mask: inputs.attention_mask,
        }));
    const ids = (rows as (bigint | number)[][]).map((row) => row.map(Number));
    tokenizer.batch_decode(ids, { skip_special_tokens: true });
    return ids.reduce((sum, row) => sum + row.slice(1).filter((token) => token !== padTokenId).length, 0);
  };
}

async function open(task: MeasureTask): Promise<OpenFigures> {
  translate = await (task.system === 'ours' ? openOurs : openTransformers)(task);
  const { sentences, targetTokens } = task;
  await translate(sentences.slice(0, 1), targetTokens);
  const loadMs = performance.now();
  let firstTokenMs = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 10; run += 1) {
    const begun = performance.now();
    await translate(sentences.slice(0, 1), 1);
    firstTokenMs = Math.min(firstTokenMs, performance.now() - begun);
  }
  return { loadMs, firstTokenMs };
}

/** Sentences that are translated one after the other in place of one, since they are not equally long. */
const singles = 4;

async function run({ sentences, targetTokens }: MeasureTask, batch: number): Promise<RunFigures> {
  const calls = batch === 1 ? sentences.slice(0, singles).map((text) => [text]) : [sentences.slice(0, batch)];
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let tokens = 0;
  for (const texts of calls) tokens += (await translate?.(texts, targetTokens)) ?? 0;
  const seconds = (performance.now() - begun) / 1e3;
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  return {
    tokens,
    calls: calls.length,
    seconds,
    cpuSeconds,
    peakMemoryMb: await peakMemoryMb(),
  };
}

/** Linux counts what the parent had into a child's `maxRSS`, but not into the peak of its status. */
async function peakMemoryMb(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const peak = /VmHWM:\s+(\d+)/.exec(status)?.[1];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1e3;
}

let translate: Translate | undefined;
let task: MeasureTask | undefined;
process.on('message', async (request: MeasureRequest) => {
  if (request.type === 'open') task = request;
  process.send?.(await (request.type === 'open' ? open(request) : run(task as MeasureTask, request.batch)));
});
process.on('disconnect', () => process.exit());
