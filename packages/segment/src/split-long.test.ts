import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinSegments, segmentText } from './index.ts';

/** A tokenizer's stand-in: a token for every three letters of a word and for every mark. */
const countTokens = (text: string) => (text.match(/\p{L}{1,3}|\S/gu)?.length ?? 0) + 1;
const split = (text: string, maxTokens: number) => segmentText(text, { lang: 'de', maxTokens, countTokens });
const parts = (text: string, maxTokens: number) => split(text, maxTokens).map(({ sourceText }) => sourceText);

test('a sentence that fits is left alone, and not even counted when it is short', () => {
  let calls = 0;
  const counting = (text: string) => {
    calls++;
    return countTokens(text);
  };
  const text = 'Das ist ein kurzer Satz. Und noch einer.';
  expect(segmentText(text, { lang: 'de', maxTokens: 50, countTokens: counting })).toHaveLength(2);
  expect(calls).toBe(0);
});

test('the best place wins: a semicolon before a comma, a comma before a conjunction, a conjunction before a space', () => {
  expect(parts('Die Sonne scheint, der Himmel ist blau; die Vögel singen, alles ist gut.', 20)).toEqual([
    'Die Sonne scheint, der Himmel ist blau;',
    'die Vögel singen, alles ist gut.',
  ]);
  expect(parts('Die Sonne scheint am Himmel, die Vögel singen und zwitschern im Wald', 20)).toEqual([
    'Die Sonne scheint am Himmel,',
    'die Vögel singen und zwitschern im Wald',
  ]);
  expect(parts('Die Sonne scheint am blauen Himmel und Vögel singen laut im grünen Wald', 20)).toEqual([
    'Die Sonne scheint am blauen Himmel',
    'und Vögel singen laut im grünen Wald',
  ]);
});

test('numbers are not divided at their commas', () => {
  const text = `Es waren ${'1.234,50 Euro '.repeat(30)}`;
  for (const part of parts(text, 40)) expect(part).not.toMatch(/^\d*,|,$|^50/);
});

test('any text: nothing lost, every part fits, parts are balanced, calls are few', () => {
  const words = fc.array(
    fc.constantFrom('Wort', 'und', 'Satz,', 'Teil;', 'weil', 'ein', 'Donaudampfschifffahrt'),
    {
      minLength: 1,
      maxLength: 2000,
    },
  );
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 512 }), (list, maxTokens) => {
      const text = list.join(' ');
      let counted = 0;
      const options = {
        lang: 'de',
        maxTokens,
        countTokens: (part: string) => {
          counted += part.length;
          return countTokens(part);
        },
      };
      const segments = segmentText(text, options);
      expect(joinSegments(segments)).toBe(text);
      for (const { sourceText } of segments) expect(countTokens(sourceText)).toBeLessThanOrEqual(maxTokens);
      const needed = Math.max(1, countTokens(text) / maxTokens);
      expect(segments.length).toBeLessThanOrEqual(2 * needed + 1);
      expect(counted).toBeLessThanOrEqual(text.length * (Math.log2(segments.length) + 2));
    }),
  );
});

test('without any place, between graphemes; a single character that does not fit is given as it is', () => {
  const family = '👨‍👩‍👧‍👦';
  const bytes = (text: string) => Buffer.byteLength(text);
  const segments = segmentText(family.repeat(100), { lang: 'de', maxTokens: 100, countTokens: bytes });
  for (const { sourceText } of segments) {
    expect(sourceText.replaceAll(family, '')).toBe('');
    expect(bytes(sourceText)).toBeLessThanOrEqual(100);
  }
  expect(segmentText('😀😀', { lang: 'de', maxTokens: 1, countTokens: bytes })).toHaveLength(2);
});

test('a word of a million letters, a thousand lines without a full stop, a million line breaks', () => {
  for (const text of [
    'a'.repeat(1_000_000),
    'ein Satz, der nicht endet\n'.repeat(1000),
    '\n'.repeat(1_000_000),
  ]) {
    expect(joinSegments(segmentText(text, { lang: 'de' })) === text).toBe(true);
  }
});
