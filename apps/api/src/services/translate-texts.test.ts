import { EngineError, type LoadedModel, type SegmentResult } from '@unlimited/marian';
import { createGlossary } from '@unlimited/quality';
import { expect, test } from 'vitest';
import { type Direction, Directions } from './directions.ts';
import { translateTexts } from './translate-texts.ts';

const model = (sourceLang: string, targetLang: string, maxSourceTokens = 512): LoadedModel => ({
  sourceLang,
  targetLang,
  modelKey: `${sourceLang}-${targetLang}`,
  maxSourceTokens,
  beamSize: 1,
  countTokens: (text) => text.split(' ').length,
});

/** Two dictionaries in place of models, which tell what they are asked, and refuse more than so many words at once. */
function translator(answers: Readonly<Record<string, string>>, most = 512) {
  const asked: string[] = [];
  const translate = async (modelKey: string, texts: readonly string[]): Promise<SegmentResult[]> => {
    if (texts.some((text) => text.split(' ').length > most)) throw new EngineError('segment_too_long', '');
    return texts.map((text) => {
      asked.push(`${modelKey}: ${text}`);
      return {
        targetText: answers[text] ?? `${text} ?`,
        alternatives: [],
        cutShort: false,
        sourceTokens: 5,
        targetTokens: 5,
      };
    });
  };
  return { asked, engine: { translate } };
}

const through = (...models: LoadedModel[]) =>
  new Directions(models).of({ sourceLang: 'de', targetLang: 'fr' }) as Direction;

test('the second model reads what the first wrote, and placeholders come through both', async () => {
  const { asked, engine } = translator({
    'Öffnen Sie 731 heute.': 'Open 731 today.',
    'Open 731 today.': 'Ouvrez 731 aujourd’hui.',
  });
  const results = await translateTexts(
    engine,
    through(model('de', 'en'), model('en', 'fr')),
    ['Öffnen Sie {file} heute.'],
    {},
  );
  expect(results).toEqual([{ targetText: 'Ouvrez {file} aujourd’hui.', flags: [], origin: 'model' }]);
  expect(asked).toEqual(['de-en: Öffnen Sie 731 heute.', 'en-fr: Open 731 today.']);
});

test('each step has its guards, and the flags of both are told', async () => {
  const { engine } = translator({
    'Das Haus kostet viel.': 'The house costs 7.',
    '"Das Haus kostet viel."': 'The house costs 7.',
    'The house costs 7.': 'La maison coûte 7.',
  });
  const results = await translateTexts(
    engine,
    through(model('de', 'en'), model('en', 'fr')),
    ['Das Haus kostet viel.'],
    {},
  );
  expect(results).toEqual([
    { targetText: 'La maison coûte 7.', flags: ['numbers_changed'], origin: 'model' },
  ]);
});

test('a term of the glossary stands in the middle as it is to stand in the end', async () => {
  const { asked, engine } = translator({
    'Der 731 tagt in Bern.': 'The 731 meets in Bern.',
    'The 731 meets in Bern.': 'Le 731 se réunit à Berne.',
  });
  const glossary = createGlossary([{ source: 'Bundesrat', target: 'Conseil fédéral' }], 'de');
  const results = await translateTexts(
    engine,
    through(model('de', 'en'), model('en', 'fr')),
    ['Der Bundesrat tagt in Bern.'],
    { glossary },
  );
  expect(results).toMatchObject([{ targetText: 'Le Conseil fédéral se réunit à Berne.', flags: [] }]);
  expect(asked).toEqual(['de-en: Der 731 tagt in Bern.', 'en-fr: The 731 meets in Bern.']);
});

test('what the first wrote is cut into sentences where it is too long for the second, and never truncated', async () => {
  const middle =
    'The first sentence has quite some words in it. The second sentence has as many of them as well.';
  const { asked, engine } = translator(
    {
      'Zwei Sätze mit vielen Wörtern stehen hier.': middle,
      'The first sentence has quite some words in it.': 'La première phrase.',
      'The second sentence has as many of them as well.': 'La deuxième phrase.',
    },
    12,
  );
  const direction = through(model('de', 'en'), model('en', 'fr', 12));
  const [result] = await translateTexts(
    engine,
    direction,
    ['Zwei Sätze mit vielen Wörtern stehen hier.'],
    {},
  );
  expect(result?.targetText).toBe('La première phrase. La deuxième phrase.');
  expect(asked).toContain('en-fr: The first sentence has quite some words in it.');
});
