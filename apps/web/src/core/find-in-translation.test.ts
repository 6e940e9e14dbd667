import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { findFlagged, findInTranslation, flaggedSegments, matchRanges } from './find-in-translation.ts';

const segments: Segment[] = ['Der Hund bellt.', 'Zwei HUNDE.', 'Nichts.'].map((sourceText, index) => ({
  index,
  sourceText,
  gap: ' ',
  targetText: index === 1 ? 'Two dogs (hund).' : index === 0 ? 'The dog.' : null,
  origin: 'model',
  flags: index === 1 ? ['cut_short'] : [],
}));

async function* pages() {
  yield segments.slice(0, 1);
  yield segments.slice(1);
}

test('finds on both sides, whatever the case', async () => {
  expect(await findInTranslation(pages(), 'hund')).toEqual([
    { index: 0, side: 'source' },
    { index: 1, side: 'source' },
    { index: 1, side: 'target' },
  ]);
  expect(await findInTranslation(pages(), 'Katze')).toEqual([]);
});

test('what is looked for is text, not a pattern', () => {
  const special = '^$\\.*+?()[]{}|/-';
  expect(matchRanges(`a ${special} b`, special)).toEqual([[2, 2 + special.length]]);
  for (const character of special) expect(matchRanges('abc', character)).toEqual([]);
  expect(matchRanges('ÄPFEL und äpfel', 'äpfel')).toEqual([
    [0, 5],
    [10, 15],
  ]);
  expect(matchRanges('abc', '')).toEqual([]);
});

test('the next flagged sentence comes round again', async () => {
  expect(await findFlagged(pages(), -1)).toBe(1);
  expect(await findFlagged(pages(), 1)).toBe(1);
  expect(await flaggedSegments(pages())).toEqual([segments[1]]);
  expect(await findFlagged((async function* () {})(), 0)).toBeNull();
});
