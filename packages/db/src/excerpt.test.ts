import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendExcerpt, readableSegments } from './excerpt.ts';

const segment = fc.record({
  sourceText: fc.string({ unit: 'binary', maxLength: 300 }),
  gap: fc.constantFrom('', ' ', '\n\n', '\t \r\n', '\0'),
});

test('is one line of at most 200 code units, however the text was cut', () => {
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 12 }), fc.nat(), (segments, cut) => {
      const whole = extendExcerpt('', segments);
      const at = cut % (segments.length + 1);
      expect(extendExcerpt(extendExcerpt('', segments.slice(0, at)), segments.slice(at))).toBe(whole);
      expect(whole.length).toBeLessThanOrEqual(200);
      expect(whole).not.toMatch(/[\p{Cc}\n]|^ | {2}/u);
      expect(whole.isWellFormed()).toBe(true);
    }),
  );
});

test('begins with the text', () => {
  const segments = [
    { sourceText: '', gap: '\n \n' },
    { sourceText: 'Guten\tMorgen!', gap: '\n' },
    { sourceText: 'Wie geht es?', gap: '  ' },
  ];
  expect(extendExcerpt('', segments)).toBe('Guten Morgen! Wie geht es? ');
  expect(extendExcerpt('', [{ sourceText: `${'a'.repeat(199)}😀`, gap: '' }])).toBe('a'.repeat(199));
  expect(extendExcerpt('', [{ sourceText: 'x'.repeat(1_000_000), gap: '' }])).toBe('x'.repeat(200));
});

test('of a document is what one reads of it', () => {
  const segments = [
    { sourceText: '', gap: '<p>' },
    { sourceText: 'A &amp; <b id="1">B</b>', gap: '<br id="2">' },
    { sourceText: 'C &lt;', gap: '</p>\n<p>' },
  ];
  expect(extendExcerpt('', readableSegments(segments))).toBe('A & B C < ');
});
