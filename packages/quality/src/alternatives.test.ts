import { expect, test } from 'vitest';
import { alternativesOf, createGlossary } from './index.ts';

const languages = { sourceLang: 'de', targetLang: 'en' };

test('alternatives have everything back that must survive, each once, without those that lost it', async () => {
  const asked: string[] = [];
  const alternatives = await alternativesOf('Öffnen Sie {file} im Bundesrat.', {
    ...languages,
    glossary: createGlossary([{ source: 'Bundesrat', target: 'Federal Council' }], 'de'),
    translate: async (modelText) => {
      asked.push(modelText);
      return ['Open 731 in the 842.', 'Open it in the 842.', 'Open 731 at the 842.', 'Open 731 in the 842.'];
    },
  });
  expect(asked).toEqual(['Öffnen Sie 731 im 842.']);
  expect(alternatives).toEqual([
    'Open {file} in the Federal Council.',
    'Open {file} at the Federal Council.',
  ]);
});

test('where none is sound, those that lost nothing are given', async () => {
  const translate = async () => ['Open 731 and 5.', 'Open that.'];
  expect(await alternativesOf('Öffnen Sie {file}.', { ...languages, translate })).toEqual([
    'Open {file} and 5.',
  ]);
});

test('what holds nothing to translate has none, and the model is not asked', async () => {
  const translate = async () => Promise.reject(new Error('asked'));
  expect(await alternativesOf('{file} – 12', { ...languages, translate })).toEqual([]);
});
