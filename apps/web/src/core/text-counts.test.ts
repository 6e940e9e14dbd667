import { expect, test } from 'vitest';
import { countText } from './text-counts.ts';

test('counts characters as they are seen and sentences with words in them', () => {
  expect(countText('', 'de')).toEqual({ characters: 0, sentences: 0 });
  expect(countText('Guten Morgen! Wie geht es? …', 'de')).toEqual({ characters: 28, sentences: 2 });
  expect(countText('🍏🍎', 'de').characters).toBe(2);
});

test('does not count sentences of long texts', () => {
  expect(countText('Satz. '.repeat(10_000), 'de')).toEqual({ characters: 60_000, sentences: null });
});
