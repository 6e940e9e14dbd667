import { expect, test } from 'vitest';
import { TargetParagraphs, type TargetSegment } from '../src/index.ts';

function paragraphsOf(segments: readonly TargetSegment[]): string[] {
  const paragraphs = new TargetParagraphs();
  for (const segment of segments) paragraphs.add(segment);
  return paragraphs.end();
}

test('sentences and what is between them make paragraphs', () => {
  expect(
    paragraphsOf([
      { targetText: '', gap: '<p>' },
      { targetText: 'One.', gap: ' ' },
      { targetText: 'Two.', gap: '<br id="1">' },
      { targetText: '', gap: '<code id="2">x</code></' },
      { targetText: '', gap: 'p>\n<p><span id="1">12</span></p>\n<p>' },
      { targetText: '</p>Three', gap: '</p>\n' },
    ]),
  ).toEqual(['One. Two.<br id="1"><code id="2">x</code>', '<span id="1">12</span>', '</p>Three']);
});

test('nothing is nothing', () => {
  expect(paragraphsOf([])).toEqual([]);
});
