import { expect, test } from 'vitest';
import { paceOf, turnOf } from './turn.ts';

test('the first texts of an owner have their blocks in turn, the later ones start later and advance slower', () => {
  expect([1, 2, 4, 5, 8, 9, 50].map(paceOf)).toEqual([1, 1, 1, 2, 2, 3, 13]);
  expect([0, 1, 2].map((blockNo) => turnOf(blockNo, 1))).toEqual([0, 1, 2]);
  expect([0, 1, 2].map((blockNo) => turnOf(blockNo, 3))).toEqual([2, 5, 8]);
});

test('fifty novels of one owner get a bounded multiple of what one of another owner gets', () => {
  const turns = 1000;
  const blocksOf = (pace: number) =>
    Array.from({ length: turns }, (_, blockNo) => turnOf(blockNo, pace)).filter((turn) => turn < turns)
      .length;
  const fifty = Array.from({ length: 50 }, (_, text) => blocksOf(paceOf(text + 1))).reduce(
    (sum, blocks) => sum + blocks,
    0,
  );
  expect(fifty / blocksOf(paceOf(1))).toBeLessThan(13);
});
