import { describe, expect, it } from 'vitest';
import { BatchQueue, type Waiting } from './batch-queue.ts';

interface Numbered extends Waiting {
  readonly id: number;
}

const greedy = { beamSize: 1 };

function numbered(sizes: readonly number[], attempts = 0, search = greedy): Numbered[] {
  return sizes.map((size, id) => ({ id, size, attempts, priority: 0, search }));
}

/** A small generator of repeatable numbers (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('BatchQueue', () => {
  it('hands out everything once, within the budget, the oldest always in the next batch', () => {
    const next = random(7);
    for (let round = 0; round < 50; round += 1) {
      const queue = new BatchQueue<Numbered>();
      const items = numbered(
        Array.from({ length: 1 + Math.floor(next() * 200) }, () => 1 + Math.floor(next() * 60)),
      );
      const half = Math.floor(items.length / 2);
      queue.push(items.slice(0, half));
      queue.push(items.slice(half));
      const seen = new Set<number>();
      while (queue.length > 0) {
        const oldest = items.find(({ id }) => !seen.has(id));
        const batch = queue.take(100);
        expect(batch).toContain(oldest);
        const longest = Math.max(...batch.map(({ size }) => size));
        expect(batch.length === 1 || longest * batch.length <= 100).toBe(true);
        for (const { id } of batch) expect(seen.has(id)).toBe(false);
        for (const { id } of batch) seen.add(id);
      }
      expect(seen.size).toBe(items.length);
      expect(queue.tokens).toBe(0);
    }
  });

  it('puts sentences of like length together', () => {
    const queue = new BatchQueue<Numbered>();
    queue.push(numbered([10, 50, 11, 49, 9, 51]));
    expect(queue.take(33).map(({ size }) => size)).toEqual([9, 10, 11]);
    expect(queue.take(153).map(({ size }) => size)).toEqual([49, 50, 51]);
    expect(queue.take(100)).toEqual([]);
  });

  it('gives an item that a process died of a batch of its own, first of all', () => {
    const queue = new BatchQueue<Numbered>();
    queue.push(numbered([5, 5, 5]));
    const [suspect] = numbered([5], 1) as [Numbered];
    queue.unshift([suspect]);
    expect(queue.take(100)).toEqual([suspect]);
    expect(queue.take(100)).toHaveLength(3);
  });

  it('never mixes searches, and lets the older go first', () => {
    const queue = new BatchQueue<Numbered>();
    const [first, second] = [numbered([5, 9, 6]), numbered([5, 6, 5], 0, { beamSize: 4 })];
    queue.push(first.slice(0, 1));
    queue.push(second);
    queue.push(first.slice(1));
    expect(queue.take(1_000)).toEqual([first[0], first[2], first[1]]);
    queue.remove(second.slice(0, 1));
    expect(queue.take(1_000)).toEqual([second[2], second[1]]);
    expect(queue.length).toBe(0);
    expect(queue.tokens).toBe(0);
  });

  it('forgets what was removed', () => {
    const queue = new BatchQueue<Numbered>();
    const items = numbered([1, 2, 3, 4]);
    queue.push(items);
    queue.remove(items.slice(0, 3));
    expect(queue.length).toBe(1);
    expect(queue.tokens).toBe(4);
    expect(queue.take(100)).toEqual([items[3]]);
  });

  it('makes batches of urgent items of those alone, and first', () => {
    const queue = new BatchQueue<Numbered>();
    const novel = numbered([9, 10, 11]).map((item) => ({ ...item, priority: 2 }));
    const letter = numbered([10, 10]);
    queue.push(novel);
    queue.push(letter);
    expect(queue.nextTokens).toBe(20);
    expect(queue.take(1_000)).toEqual(letter);
    expect(queue.nextTokens).toBe(30);
    expect(queue.take(1_000)).toEqual(novel);
    expect(queue.nextTokens).toBe(0);
  });

  it('lets whoever has the lower priority go first, among equals the older', () => {
    const queue = new BatchQueue<Numbered>();
    const [novel, letter, note] = [3, 1, 1].map((priority, id) => ({
      ...(numbered([10])[0] as Numbered),
      id,
      priority,
    }));
    for (const item of [novel, letter, note]) queue.push([item as Numbered]);
    expect([queue.take(10), queue.take(10), queue.take(10)]).toEqual([[letter], [note], [novel]]);
  });
});
