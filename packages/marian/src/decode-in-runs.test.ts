import { expect, it } from 'vitest';
import { decodeInRuns } from './decode-in-runs.ts';
import type { SourceSentence } from './decoder.ts';

const sentence = (length: number, id: number): SourceSentence => ({
  ids: new Array<number>(length).fill(id),
  maxTargetTokens: 2 * length,
});

it('decodes the shortest first, in runs within the budget, and gives results in the order of the sentences', async () => {
  const runs: number[][] = [];
  let pauses = 0;
  const targets = await decodeInRuns(
    {
      decode: async (batch) => {
        runs.push(batch.map(({ ids }) => ids.length));
        return batch.map(({ ids }) => ({ ids: ids.slice(0, 1), ended: true, alternatives: [] }));
      },
    },
    [sentence(9, 0), sentence(2, 1), sentence(30, 2), sentence(3, 3), sentence(8, 4)],
    16,
    async () => {
      pauses += 1;
    },
  );
  expect(targets.map(({ ids }) => ids[0])).toEqual([0, 1, 2, 3, 4]);
  // Longest × sentences stays within 16; what is longer than that goes alone.
  expect(runs).toEqual([[2, 3], [8], [9], [30]]);
  expect(pauses).toBe(runs.length - 1);
});
