import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { withShownGaps } from './shown-segments.ts';

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

test('what comes before the first sentence is no paragraph', () => {
  const [shown] = withShownGaps([{ ...segment('<p>'), sourceText: '' }], 'html');
  expect(shown?.gap).toBe('');
});

test('other texts are shown as they are', () => {
  const segments = [segment('\n\n## '), segment(' < ')];
  expect(withShownGaps(segments, 'markdown')).toBe(segments);
  expect(withShownGaps(segments, 'plain')).toBe(segments);
});

test('a document is shown without the marks that stand for what is in it', () => {
  const [shown] = withShownGaps(
    [{ ...segment('</p>\n<p>'), sourceText: 'A &amp; <b id="1">B</b>', targetText: '&lt;C' }],
    'docx',
  );
  expect(shown).toMatchObject({ sourceText: 'A & B', targetText: '<C', gap: '\n\n' });
});
