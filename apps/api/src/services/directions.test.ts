import type { LoadedModel } from '@unlimited/marian';
import { expect, test } from 'vitest';
import { Directions } from './directions.ts';

const model = (
  sourceLang: string,
  targetLang: string,
  modelKey = `${sourceLang}${targetLang}`,
): LoadedModel => ({
  sourceLang,
  targetLang,
  modelKey,
  maxSourceTokens: 512,
  beamSize: 1,
  countTokens: (text) => text.length,
});
const pairsOf = ({ all }: Directions) =>
  all.map(({ sourceLang, targetLang, via }) => `${sourceLang}-${targetLang}${via ? ` (${via})` : ''}`);

test('two models together make the pairs that none makes alone, by way of English if they can', () => {
  const models = [
    model('de', 'it'),
    model('it', 'fr'),
    model('de', 'en'),
    model('en', 'fr'),
    model('en', 'de'),
  ];
  expect(pairsOf(new Directions(models))).toEqual([
    'de-it',
    'it-fr',
    'de-en',
    'en-fr',
    'en-de',
    'de-fr (en)',
    'en-it (de)',
  ]);
  expect(pairsOf(new Directions([...models, model('de', 'fr')]))).not.toContain('de-fr (en)');
  expect(pairsOf(new Directions([model('de', 'en'), model('en', 'de')]))).toEqual(['de-en', 'en-de']);
});

test('a pair is found by its tags or by its languages', () => {
  const directions = new Directions([model('de', 'en'), model('pt-BR', 'en'), model('en', 'fr')]);
  expect(directions.of({ sourceLang: 'de-CH', targetLang: 'en-GB' }).sourceLang).toBe('de');
  expect(directions.of({ sourceLang: 'PT-br', targetLang: 'en' }).sourceLang).toBe('pt-BR');
  expect(directions.of({ sourceLang: 'de', targetLang: 'fr-CH' })).toMatchObject({ via: 'en' });
  expect(directions.into('fr').map(({ sourceLang }) => sourceLang)).toEqual(['de', 'pt-BR', 'en']);
  expect(() => directions.of({ sourceLang: 'sv', targetLang: 'en' })).toThrow(
    'de→en, pt-BR→en, en→fr, de→fr',
  );
});

test('the key covers the languages and the models of all steps', () => {
  const keys = [
    ...new Directions([model('de', 'en'), model('en', 'fr')]).keys,
    ...new Directions([model('de', 'en', 'other'), model('en', 'fr')]).keys,
    ...new Directions([model('de', 'en'), model('en', 'it', 'deen')]).keys,
  ];
  // de→en is in two of the three, en→fr in two.
  expect(keys).toHaveLength(9);
  expect(new Set(keys).size).toBe(7);
});
