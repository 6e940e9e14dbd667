import { expect, test } from 'vitest';
import { parseModels } from './models.ts';

test('several models, one for each pair', () => {
  expect(parseModels('de-en=Xenova/opus-mt-de-en, en-de=/models/en-de')).toEqual([
    { sourceLang: 'de', targetLang: 'en', source: 'Xenova/opus-mt-de-en' },
    { sourceLang: 'en', targetLang: 'de', source: '/models/en-de' },
  ]);
});

test('tags with a region', () => {
  expect(parseModels('pt-BR>en=a=b')).toEqual([{ sourceLang: 'pt-BR', targetLang: 'en', source: 'a=b' }]);
});

test('a name that says its pair', () => {
  expect(parseModels('Xenova/opus-mt-de-en,/models/opus-mt-en-fr')).toEqual([
    { sourceLang: 'de', targetLang: 'en', source: 'Xenova/opus-mt-de-en' },
    { sourceLang: 'en', targetLang: 'fr', source: '/models/opus-mt-en-fr' },
  ]);
  expect(parseModels('en-de=a/opus-mt-de-en')).toEqual([
    { sourceLang: 'en', targetLang: 'de', source: 'a/opus-mt-de-en' },
  ]);
});

test('nothing means the bundled models', () => {
  expect(parseModels(' ')).toMatchObject([
    { sourceLang: 'de', targetLang: 'en' },
    { sourceLang: 'en', targetLang: 'de' },
  ]);
});

test.each(['de', 'de-en', 'de-en=', '=x', 'de-en=a,'])('%j is refused', (models) => {
  expect(() => parseModels(models)).toThrow('is not of the form');
});
