import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foreignLanguage, likelyLanguages, mainLanguage, sureLanguage } from './index.ts';

const german =
  'Der Vertrag wurde gestern von beiden Seiten unterschrieben und tritt am ersten Januar in Kraft, sofern niemand widerspricht.';
const english =
  'The contract was signed by both sides yesterday and comes into force on the first of January unless somebody objects.';
const french =
  'Le contrat a été signé hier par les deux parties et entre en vigueur le premier janvier si personne ne s’y oppose.';
const swedish =
  'Avtalet undertecknades i går av båda parter och träder i kraft den första januari om ingen protesterar mot det.';

describe('the language of a paragraph', () => {
  test('is said when it is surely not the main one', () => {
    expect(foreignLanguage(english, 'de')).toBe('en');
    expect(foreignLanguage(french, 'de-CH')).toBe('fr');
    expect(foreignLanguage(german, 'en')).toBe('de');
    expect(foreignLanguage(german, 'de')).toBeUndefined();
    expect(foreignLanguage(swedish, 'sv')).toBeUndefined();
  });

  test.each([
    ['short', 'Yes, of course.'],
    [
      'a list of names',
      'Peter Parker, Mary Jane Watson, Harry Osborn, New York City, Daily Bugle, Central Park West',
    ],
    ['in two languages', `${german} ${english}`],
    ['code', '`the quick brown fox jumps over the lazy dog and runs away from it`'],
    ['numbers', '12 34 56 78 90 '.repeat(20)],
    [
      'German with English words',
      'Das Meeting im Office Space war ein Highlight, das Feedback vom Product Owner kam sofort.',
    ],
  ])('is not said when it is %s', (_what, paragraph) => {
    expect(foreignLanguage(paragraph, 'de')).toBeUndefined();
  });

  test('scripts without case have one too', () => {
    const japanese =
      '契約は昨日、双方によって署名され、誰も異議を唱えない限り、一月一日に発効します。これは重要な合意です。';
    expect(sureLanguage(japanese)).toBe('ja');
  });
});

describe('the main language', () => {
  const among = ['de', 'en'];
  test('is that of most of the beginning', () => {
    expect(mainLanguage(`${english}\n\n${`${german}\n\n`.repeat(4)}`, among)).toEqual({
      language: 'de',
      seen: 'de',
    });
    expect(mainLanguage(`${german.repeat(200)}${english.repeat(1000)}`, among).language).toBe('de');
  });

  test('of a word or a line is the one that fits best', () => {
    expect(mainLanguage('Hallo Welt', among).language).toBe('de');
    expect(mainLanguage('Good morning to all of you', among).language).toBe('en');
    expect(mainLanguage('12 – 3', among)).toEqual({ language: undefined, seen: undefined });
  });

  test('is none of those that are not there', () => {
    expect(mainLanguage(swedish, among)).toEqual({ language: undefined, seen: 'sv' });
    expect(mainLanguage(`${swedish}\n\n`.repeat(20), among)).toEqual({ language: undefined, seen: 'sv' });
    expect(mainLanguage(french, ['de-CH', 'fr-CH']).language).toBe('fr-CH');
  });
});

test('likely languages come in order, and their confidences are shares', () => {
  expect(likelyLanguages(german)[0]).toMatchObject({ language: 'de' });
  expect(likelyLanguages('12')).toEqual([]);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const confidences = likelyLanguages(text).map(({ confidence }) => confidence);
      expect(confidences.length).toBeLessThanOrEqual(5);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
      expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThan(1.01);
      foreignLanguage(text, 'de');
      mainLanguage(text, ['de', 'en']);
    }),
  );
});

test('only the beginning of a long paragraph is looked at', () => {
  const paragraph = `${english} `.repeat(20) + `${german} `.repeat(100_000);
  expect(foreignLanguage(paragraph, 'de')).toBe('en');
  expect(likelyLanguages(paragraph)).toEqual(likelyLanguages(`${english} `.repeat(20)));
});
