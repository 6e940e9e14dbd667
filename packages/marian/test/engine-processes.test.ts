import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { getPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../src/index.ts';
import { bundledModel } from './bundled-model.ts';
import { germanSentences } from './german-sentences.ts';

const models = [{ sourceLang: 'de', targetLang: 'en', source: bundledModel }];

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilDead(pids: readonly number[]): Promise<void> {
  for (let tries = 0; tries < 100 && pids.some(isAlive); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(pids.filter(isAlive)).toEqual([]);
}

function pidsOf(engine: Engine): number[] {
  return engine.stats().models.flatMap(({ processes }) => processes.map(({ pid }) => pid));
}

describe('the processes of an engine', () => {
  it('does again what a killed process did not finish', async () => {
    const engine = await createEngine({ models, processes: 2, beamSize: 1 });
    const modelKey = engine.models[0]?.modelKey as string;
    await engine.translate(modelKey, germanSentences(2));
    const sentences = germanSentences(300);
    const work = engine.translate(modelKey, sentences);
    for (const pid of pidsOf(engine)) process.kill(pid, 'SIGKILL');
    const results = await work;
    expect(results.every(({ targetText }) => targetText.length > 0)).toBe(true);
    expect(engine.stats().models[0]?.restarts).toBeGreaterThanOrEqual(2);
    await engine.close();
  });

  it('gives up on a segment that kills three processes, and on nothing else', async () => {
    const childEntry = new URL('./crashing-child.ts', import.meta.url);
    const engine = await createEngine({ models, processes: 1, beamSize: 1, childEntry });
    const modelKey = engine.models[0]?.modelKey as string;
    const innocent = engine.translate(modelKey, germanSentences(10));
    const guilty = engine.translate(modelKey, ['Das Todeswort ist lang.']);
    await expect(guilty).rejects.toMatchObject({ code: 'engine_crashed' });
    expect(await innocent).toHaveLength(10);
    await engine.close();
  });

  it('leaves the processors to its host when both want them', async () => {
    const engine = await createEngine({ models, processes: 1, beamSize: 1 });
    const niceness = Math.min(19, getPriority() + 10);
    expect(pidsOf(engine).map((pid) => getPriority(pid))).toEqual([niceness]);
    await engine.close();
  });

  it('leaves nothing behind when it is closed', async () => {
    const engine = await createEngine({ models, processes: 2, beamSize: 1 });
    const modelKey = engine.models[0]?.modelKey as string;
    // The second one comes with the first work.
    expect(pidsOf(engine)).toHaveLength(1);
    const waiting = engine.translate(modelKey, germanSentences(200));
    const rejected = expect(waiting).rejects.toMatchObject({ code: 'closed' });
    await expect.poll(() => pidsOf(engine)).toHaveLength(2);
    const pids = pidsOf(engine);
    await engine.close();
    await rejected;
    await untilDead(pids);
    await expect(engine.translate(modelKey, ['a'])).rejects.toMatchObject({ code: 'closed' });
    expect(engine.ready).toBe(false);
  });

  it('leaves nothing behind when its host is killed', async () => {
    const host = spawn(process.execPath, [fileURLToPath(new URL('./host.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(host.stdout, 'data')) as [Buffer];
    const pids: number[] = JSON.parse(line.toString());
    expect(pids).toHaveLength(2);
    expect(pids.every(isAlive)).toBe(true);
    host.kill('SIGKILL');
    await untilDead(pids);
  });
});
