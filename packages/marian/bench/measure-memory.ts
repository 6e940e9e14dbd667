/**
 * A process like the engine's own, ids in and ids out in runs of its size, which prints what it holds of memory after each
 * step as JSON. Its argument is a file with a `MemoryTask`.
 */
import { readFile } from 'node:fs/promises';
import { createCompiledDecoder } from '../src/compiled-decoder.ts';
import { decodeInRuns } from '../src/decode-in-runs.ts';
import { defaultMaxBatchTokens } from '../src/engine-options.ts';
import { readModelConfig } from '../src/model-config.ts';
import { targetLimit } from '../src/target-limit.ts';
import type { MemoryFigures, MemoryTask } from './measurement.ts';

async function look(after: string): Promise<MemoryFigures> {
  const status = await readFile('/proc/self/status', 'utf8');
  const mb = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1e3;
  return { after, peakMb: mb('VmHWM'), ownMb: mb('RssAnon') };
}

const task: MemoryTask = JSON.parse(await readFile(process.argv[2] as string, 'utf8'));
const { folder, graph, beamSize, sentences, targetTokens, batches } = task;
const figures = [await look('start')];
const config = await readModelConfig(folder);
const decoder = await createCompiledDecoder({ graph, config, beamSize, threads: 1 });
figures.push(await look('loading'));
for (const batch of batches) {
  const sources = sentences.slice(0, batch).map((ids) => ({
    ids,
    maxTargetTokens: targetTokens ?? targetLimit(ids.length, config.maxTargetTokens),
  }));
  for (let run = 0; run < 3; run += 1) await decodeInRuns(decoder, sources, defaultMaxBatchTokens);
  figures.push(await look(batch === 1 ? '1 sentence' : `${batch} sentences`));
}
process.stdout.write(JSON.stringify(figures));
process.exit();
