import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { createSegmentCache, segmentsPerSection } from './segment-cache.ts';

function segment(index: number, targetText: string | null = null): Segment {
  return {
    index,
    sourceText: `Satz ${index}.`,
    gap: ' ',
    targetText,
    origin: targetText ? 'model' : null,
    flags: [],
  };
}

/** A service whose answers are held back until they are let go. */
function createService(count: number, done: (index: number) => boolean) {
  const waiting: (() => void)[] = [];
  const asked: number[] = [];
  const cache = createSegmentCache(async (from, limit) => {
    asked.push(from);
    const length = Math.max(0, Math.min(limit, count - from));
    const answer = Array.from({ length }, (_, at) =>
      segment(from + at, done(from + at) ? `S ${from + at}` : null),
    );
    await new Promise<void>((resolve) => waiting.push(resolve));
    return answer;
  });
  const answer = async () => {
    for (const resolve of waiting.splice(0)) resolve();
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { cache, asked, answer };
}

test('loads whole blocks, once, and only what is wanted', async () => {
  const { cache, asked, answer } = createService(1000, () => true);
  cache.want(0, 3);
  cache.want(1, 4);
  await answer();
  expect(asked).toEqual([0, 64]);
  expect(cache.section(7)?.map(({ index }) => index)).toEqual(
    Array.from({ length: 16 }, (_, at) => 112 + at),
  );
  expect(cache.section(8)).toBeUndefined();
});

test('the last section is shorter', async () => {
  const { cache, answer } = createService(70, () => true);
  cache.want(4, 4);
  await answer();
  expect(cache.section(4)).toHaveLength(6);
});

test('an event that overtakes an answer is not lost', async () => {
  const done = new Set<number>();
  const { cache, asked, answer } = createService(64, (index) => done.has(index));
  cache.want(0, 0);
  done.add(0);
  cache.put([segment(0, 'S 0')]);
  await answer();
  await answer();
  expect(asked).toEqual([0, 0]);
  expect(cache.section(0)?.[0]?.targetText).toBe('S 0');
});

test('an old answer does not take back what an event brought', async () => {
  const { cache, answer } = createService(64, () => false);
  cache.want(0, 0);
  await answer();
  cache.want(0, 0, { refresh: true });
  cache.put([segment(0, 'S 0'), segment(1, 'S 1')]);
  await answer();
  expect(
    cache
      .section(0)
      ?.slice(0, 3)
      .map(({ targetText }) => targetText),
  ).toEqual(['S 0', 'S 1', null]);
});

test('a section keeps its identity as long as its content', async () => {
  const { cache, answer } = createService(64, (index) => index < 4);
  cache.want(0, 0);
  await answer();
  const before = cache.section(0);
  cache.want(0, 0, { refresh: true });
  await answer();
  expect(cache.section(0)).toBe(before);
  cache.put([segment(4, 'S 4')]);
  expect(cache.section(0)).not.toBe(before);
});

test('memory is bounded however far somebody scrolls', async () => {
  const { cache, answer } = createService(1_000_000, () => true);
  for (let no = 0; no < 4000; no += 4) {
    cache.want(no, no + 3);
    await answer();
  }
  const kept = Array.from({ length: 4000 }, (_, no) => cache.section(no)).filter(
    (section) => section !== undefined,
  );
  expect(kept.length * segmentsPerSection).toBeLessThanOrEqual(8192 + 64);
  expect(cache.section(3999)).toBeDefined();
  expect(cache.section(0)).toBeUndefined();
});

test('an old answer does not take back what a reader edited', async () => {
  const { cache, answer } = createService(64, (index) => index < 4);
  cache.want(0, 0);
  await answer();
  cache.want(0, 0, { refresh: true });
  cache.replace([{ ...segment(2, 'mine'), origin: 'edit' }]);
  await answer();
  expect(cache.at(2)?.targetText).toBe('mine');
  expect(cache.at(3)?.targetText).toBe('S 3');
});

test('what is in sight is loaded again and the rest forgotten, with what was known in sight meanwhile', async () => {
  const { cache, asked, answer } = createService(1000, () => true);
  cache.want(0, 7);
  await answer();
  asked.length = 0;
  const known = cache.section(1);
  cache.renew(1, 2);
  expect(asked).toEqual([0]);
  expect(cache.section(1)).toBe(known);
  expect(cache.section(7)).toBeUndefined();
  await answer();
  expect(cache.section(1)).toBe(known);
});
