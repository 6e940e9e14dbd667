import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectLanguage } from './index.ts';

const among = ['de', 'en', 'es', 'fr', 'it'];

test.each([
  ['de', 'Ich habe das gestern nicht gewusst.'],
  ['en', 'I did not know that yesterday.'],
  ['es', 'Ayer no lo sabía todavía.'],
  ['fr', 'Je ne le savais pas hier.'],
  ['it', 'Ieri non lo sapevo ancora.'],
])('%s: %s', (language, text) => {
  const detected = detectLanguage(text, among);
  expect(detected.language).toBe(language);
  expect(detected.confidence).toBeGreaterThan(0);
});

test('addresses and code say nothing about the language', () => {
  const text =
    'Siehe https://example.com/the/quick/brown/fox/jumps/over/the/lazy/dog und `the quick brown fox`.';
  expect(detectLanguage(text, among).language).toBe('de');
});

test.each(['', '12', '?!', '😀😀😀😀😀😀', 'ok', '{name} %s'])('%j is in no language', (text) => {
  expect(detectLanguage(text, among)).toEqual({ language: undefined, confidence: 0 });
});

test('the answer is one of the tags given', () => {
  expect(detectLanguage('Das ist ein schöner Tag.', ['de-CH', 'en-GB']).language).toBe('de-CH');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { language, confidence } = detectLanguage(text, among);
      expect(language === undefined || among.includes(language)).toBe(true);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
    }),
  );
});

test('a text in another language is told with little confidence', () => {
  expect(detectLanguage('Jag visste inte det igår kväll när du kom hem.', among).confidence).toBe(0);
});
