import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { withShownGaps } from './shown-gap.ts';

const segment = (gap: string): Segment => ({
  index: 0,
  sourceText: 'Ein <b>Satz</b>.',
  gap,
  targetText: null,
  origin: null,
  flags: [],
});

test('the structure of HTML separates paragraphs and is not read', () => {
  const gaps = [' ', '</p>\n  <p class="a">', '<br>', '</li><li>• '];
  const shown = withShownGaps(gaps.map(segment), 'html').map(({ gap }) => gap);
  expect(shown).toEqual([' ', '\n\n', '\n\n', '\n\n•']);
});

test('other texts are shown as they are', () => {
  const segments = [segment('\n\n## '), segment(' < ')];
  expect(withShownGaps(segments, 'markdown')).toBe(segments);
  expect(withShownGaps(segments, 'plain')).toBe(segments);
});
