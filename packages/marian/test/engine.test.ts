import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine, EngineError } from '../src/index.ts';
import { bundledModel } from './bundled-model.ts';
import { germanSentences } from './german-sentences.ts';

const models = [{ sourceLang: 'de', targetLang: 'en', source: bundledModel }];

describe('an engine with the bundled model', () => {
  let engine: Engine;
  let modelKey: string;
  beforeAll(async () => {
    engine = await createEngine({ models, processes: 2, beamSize: 1 });
    modelKey = engine.models[0]?.modelKey as string;
  });
  afterAll(() => engine.close());

  it('translates', async () => {
    const results = await engine.translate(modelKey, ['Guten Morgen!', '', 'Das Haus ist alt.', ' \n ']);
    expect(results.map(({ targetText }) => targetText)).toEqual([
      expect.stringMatching(/morning/),
      '',
      expect.stringMatching(/house.*old/),
      '',
    ]);
    expect(results.map(({ cutShort }) => cutShort)).toEqual([false, false, false, false]);
    expect(await engine.translate(modelKey, [])).toEqual([]);
  });

  it('gives calls that run together what they get alone, in their order', async () => {
    const sentences = germanSentences(48);
    const apart: string[] = [];
    for (const sentence of sentences) {
      apart.push(...(await engine.translate(modelKey, [sentence])).map(({ targetText }) => targetText));
    }
    const together = await Promise.all(
      [0, 1, 2, 3].map((call) => engine.translate(modelKey, sentences.slice(call * 12, call * 12 + 12))),
    );
    expect(together.flat().map(({ targetText }) => targetText)).toEqual(apart);
  });

  it('searches with the beams that a call asks for, each call as if it were alone', async () => {
    const sentences = germanSentences(24);
    const greedy = await engine.translate(modelKey, sentences);
    const [beams, between, others] = await Promise.all([
      engine.translate(modelKey, sentences, { beamSize: 4 }),
      engine.translate(modelKey, sentences),
      engine.translate(modelKey, sentences, { alternatives: 3 }),
    ]);
    expect(between).toEqual(greedy);
    expect(others.map(({ targetText }) => targetText)).toEqual(beams.map(({ targetText }) => targetText));
    expect(beams.every(({ alternatives }) => alternatives.length === 0)).toBe(true);
    const whole = await createEngine({ models, processes: 1, beamSize: 4 });
    const wholeKey = whole.models[0]?.modelKey as string;
    expect(await whole.translate(wholeKey, sentences)).toEqual(beams);
    expect(await whole.translate(wholeKey, sentences, { beamSize: 1 })).toEqual(greedy);
    await whole.close();
  });

  it('gives the next best translations, all different', async () => {
    const results = await engine.translate(modelKey, ['', ...germanSentences(24)], { alternatives: 3 });
    expect(results[0]?.alternatives).toEqual([]);
    for (const { targetText, alternatives } of results) {
      expect(alternatives.length).toBeLessThanOrEqual(3);
      expect(new Set([targetText, ...alternatives]).size).toBe(alternatives.length + 1);
    }
    const found = results.reduce((sum, { alternatives }) => sum + alternatives.length, 0);
    expect(found).toBeGreaterThan(24);
    const two = await engine.translate(modelKey, germanSentences(24), { beamSize: 4, alternatives: 2 });
    expect(two.map(({ alternatives }) => alternatives)).toEqual(
      results.slice(1).map(({ alternatives }) => alternatives.slice(0, 2)),
    );
  });

  it('refuses numbers of beams that it has no place for', async () => {
    const wrong = [
      { beamSize: 0 },
      { beamSize: 9 },
      { beamSize: 1.5 },
      { alternatives: 8 },
      { alternatives: -1 },
    ];
    for (const options of wrong) {
      await expect(engine.translate(modelKey, ['a'], options)).rejects.toBeInstanceOf(RangeError);
    }
  });

  it('takes line breaks inside a segment for spaces', async () => {
    const [broken, whole] = await engine.translate(modelKey, ['Das Haus\r\n\tist alt.', 'Das Haus ist alt.']);
    expect(broken).toEqual(whole);
  });

  it('refuses a segment that is too long, and only the call with it', async () => {
    const text = 'sehr '.repeat(600);
    expect(engine.models[0]?.countTokens(text)).toBeGreaterThan(engine.models[0]?.maxSourceTokens as number);
    const fine = engine.translate(modelKey, ['Guten Morgen!']);
    await expect(engine.translate(modelKey, ['Guten Morgen!', text])).rejects.toMatchObject({
      code: 'segment_too_long',
    });
    expect((await fine)[0]?.targetText).toMatch(/morning/);
  });

  it('ends a sentence at the limit of its own, and says so', async () => {
    const sources = ['Ha '.repeat(40), 'Guten Morgen!', 'x'.repeat(60), '1 1 1 1 1 1 1 1 1'];
    for (const { cutShort, sourceTokens, targetTokens } of await engine.translate(modelKey, sources)) {
      expect(targetTokens).toBeLessThanOrEqual(2 * sourceTokens + 16);
      if (cutShort) expect(targetTokens).toBe(2 * sourceTokens + 16);
    }
  });

  it('drops what waits when its caller leaves', async () => {
    const leaving = new AbortController();
    const left = engine.translate(modelKey, germanSentences(500), { signal: leaving.signal });
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(engine.stats().models[0]?.waitingSegments).toBe(0);
    await expect(engine.translate(modelKey, ['a'], { signal: leaving.signal })).rejects.toThrow('left');
    expect((await engine.translate(modelKey, ['Guten Morgen!']))[0]?.targetText).toMatch(/morning/);
  });

  it('knows its models only', async () => {
    await expect(engine.translate('0'.repeat(64), ['a'])).rejects.toMatchObject({ code: 'model_not_found' });
  });
});

describe('an engine', () => {
  it('lets what is urgent overtake the batches that a process has', async () => {
    const engine = await createEngine({ models, processes: 1, beamSize: 1 });
    const modelKey = engine.models[0]?.modelKey as string;
    const order: string[] = [];
    const ask = async (name: string, count: number, options: { priority: number; beamSize?: number }) => {
      await engine.translate(modelKey, germanSentences(count), options);
      order.push(name);
    };
    await ask('warm', 1, { priority: 0, beamSize: 4 });
    await ask('warm', 1, { priority: 0, beamSize: 3 });
    // Each is one batch: the first is under way, in many runs, and the second waits in the process.
    await Promise.all([
      ask('novel', 24, { priority: 1, beamSize: 4 }),
      ask('novel 2', 24, { priority: 2 }),
      ask('letter', 1, { priority: 0, beamSize: 3 }),
    ]);
    expect(order).toEqual(['warm', 'warm', 'letter', 'novel', 'novel 2']);
    await engine.close();
  });

  it.each([
    ['short after an interactive call', true, ['letter', 'novel']],
    ['as long as ever after another urgent one', false, ['novel', 'letter']],
  ])('keeps the runs of the others %s', async (_name, interactive, order) => {
    const engine = await createEngine({ models, processes: 1, beamSize: 1, maxBatchTokens: 8_192 });
    const modelKey = engine.models[0]?.modelKey as string;
    const ended: string[] = [];
    const ask = async (name: string, count: number, priority: number) => {
      const texts = Array.from(
        { length: count },
        () => 'Der Zug nach Bern fährt heute wegen des Schnees erst um zehn Uhr.',
      );
      await engine.translate(modelKey, texts, { priority, interactive: false });
      ended.push(name);
    };
    await engine.translate(modelKey, ['Guten Morgen!'], { interactive });
    const novel = ask('novel', 60, 1);
    // All of one length, so that they are one batch; as one run it takes several times as long.
    await sleep(30);
    await Promise.all([novel, ask('letter', 1, 0)]);
    expect(ended).toEqual(order);
    await engine.close();
  });

  it('says when it cannot prepare another search, and goes on with its own', async () => {
    const cacheDir = await mkdtemp(join(tmpdir(), 'marian-engine-'));
    const engine = await createEngine({ models, processes: 1, beamSize: 1, cacheDir });
    const modelKey = engine.models[0]?.modelKey as string;
    await rm(join(cacheDir, 'compiled'), { recursive: true });
    await writeFile(join(cacheDir, 'compiled'), 'no folder any more');
    for (const _ of [1, 2]) {
      await expect(engine.translate(modelKey, ['a'], { beamSize: 2 })).rejects.toMatchObject({
        code: 'search_unavailable',
      });
    }
    expect(await engine.translate(modelKey, ['Guten Morgen!'])).toHaveLength(1);
    await engine.close();
    await rm(cacheDir, { recursive: true });
  });

  it('ends what waits for another search when its caller leaves or it is closed', async () => {
    const cacheDir = await mkdtemp(join(tmpdir(), 'marian-engine-'));
    const engine = await createEngine({ models, processes: 1, beamSize: 1, cacheDir });
    const modelKey = engine.models[0]?.modelKey as string;
    const leaving = new AbortController();
    const left = engine.translate(modelKey, ['a'], { beamSize: 3, signal: leaving.signal });
    const closed = expect(engine.translate(modelKey, ['a'], { beamSize: 3 })).rejects.toMatchObject({
      code: 'closed',
    });
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    await engine.close();
    await closed;
    await rm(cacheDir, { recursive: true });
  });

  it('says what is wrong with a model', async () => {
    const create = (source: string) =>
      createEngine({ models: [{ sourceLang: 'de', targetLang: 'en', source }] });
    await expect(create('/nowhere/at all')).rejects.toMatchObject({ code: 'model_not_found' });
    await expect(create(fileURLToPath(new URL('.', import.meta.url)))).rejects.toBeInstanceOf(EngineError);
  });
});
