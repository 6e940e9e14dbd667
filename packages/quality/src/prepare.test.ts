import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PrepareOptions, prepare, restore, type Variation } from './index.ts';
import { normaliseCharacters } from './normalise-characters.ts';

/** The same language on both sides, so that a model that echoes its input gives the source back. */
const options: PrepareOptions = { sourceLang: 'de', targetLang: 'de' };

function echo(
  sourceText: string,
  changes: Partial<PrepareOptions> = {},
): { targetText: string; lost: readonly string[] } {
  const { modelText, plan } = prepare(sourceText, { ...options, ...changes });
  return restore(modelText, plan);
}

const inlineThings = [
  'https://example.com/a_(b)?x=1&y=2#z',
  'info@example.com',
  '{name}',
  '%1$s',
  '%s',
  '{{ user.name }}',
  '$' + '{x}',
  '<x>',
  '#Sommer',
  '@anna',
  '`let a = 1;`',
  '&copy;',
  '/usr/local/bin',
  'C:\\Temp\\a.txt',
  'bericht.pdf',
  '+41 44 123 45 67',
  'CH93 0076 2011 6238 5295 7',
  '1234567890',
];
const marks = ['😀', '👩‍👩‍👧', '🇨🇭', '❤️', '<b>', '</b>', '<a href="https://example.com">'];
const plainWords = [
  'Haus',
  'und',
  'schönes',
  'sehr',
  'Wetter,',
  'heute',
  '12',
  '3,5',
  'kWh',
  'EU',
  '(hier)',
  '&',
];

const sentence = fc
  .array(
    fc.oneof(fc.constantFrom(...inlineThings), fc.constantFrom(...marks), fc.constantFrom(...plainWords)),
    {
      maxLength: 12,
    },
  )
  .chain((words) => fc.constantFrom('', '.', '!', '?').map((end) => words.join(' ') + end));

describe('prepare and restore', () => {
  test('a model that echoes gives the source back, with all that is in it', () => {
    fc.assert(
      fc.property(
        sentence,
        fc.constantFrom('number' as const, 'code' as const),
        fc.boolean(),
        (text, standIns, numbers) => {
          const restored = echo(text, { standIns, protectNumbers: numbers });
          expect(restored).toEqual({ targetText: text, lost: [] });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('no text makes them throw, and nothing is lost by an echo', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (text, on) => {
        expect(echo(text, { protectNumbers: on, ...(on ? { variation: 'quotes' } : {}) }).lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('whatever a model answers, nothing throws and each inline thing is there or reported', () => {
    fc.assert(
      fc.property(fc.constantFrom(...inlineThings), fc.string({ unit: 'binary' }), (thing, output) => {
        const { plan } = prepare(`Bitte ${thing} lesen und verstehen`, options);
        const { targetText, lost } = restore(output, plan);
        expect(targetText.includes(thing) || lost.includes(thing)).toBe(true);
      }),
    );
  });

  test.each(inlineThings)('the model does not see %s', (thing) => {
    const { modelText } = prepare(`Bitte ${thing} lesen.`, options);
    expect(modelText).toBe('Bitte 731 lesen.');
  });

  test('a stand-in is none of the numbers that the sentence has', () => {
    expect(prepare('Zimmer 731 und {room} sind frei.', options).modelText).toBe(
      'Zimmer 731 und 842 sind frei.',
    );
  });

  test('what stands beside the sentence stays out of it', () => {
    expect(prepare('  😀 Guten Tag! #sonne 🌞\n', options)).toMatchObject({
      modelText: 'Guten Tag!',
      plan: { prefix: '  😀 ', suffix: ' #sonne 🌞\n' },
    });
    expect(prepare('`size`: Größe der Datei', options).modelText).toBe('Größe der Datei');
  });

  test.each(['', ' ', '-', '😀', '1.234,56', '***', 'https://example.com', '{name} %s', '\0'])(
    'there is nothing for the model in %j, and the copy is exact',
    (text) => {
      const { modelText, plan } = prepare(text, options);
      expect(modelText).toBe('');
      expect(restore('', plan)).toEqual({ targetText: text, lost: [] });
    },
  );

  test('marks go to the same share of the sentence and after the same punctuation', () => {
    const { plan } = prepare('Das ist toll 😀, aber ich bin <b>sehr</b> müde.', {
      ...options,
      targetLang: 'en',
    });
    expect(restore("That's great, but I am very tired.", plan).targetText).toBe(
      "That's great 😀, but I am <b>very</b> tired.",
    );
  });

  test('an ampersand is read as "and"', () => {
    const { modelText, plan } = prepare('Forschung &amp; Entwicklung und Verkauf', {
      ...options,
      targetLang: 'en',
    });
    expect(modelText).toBe('Forschung und Entwicklung und Verkauf');
    expect(restore('Research and development and sales', plan)).toEqual({
      targetText: 'Research &amp; development and sales',
      lost: [],
    });
    expect(restore('Research, development', plan).lost).toEqual(['&amp;']);
  });

  test('quotation marks are straight for the model and those of the target language after it', () => {
    const { modelText, plan } = prepare('„Ja“, sagte er.', { ...options, targetLang: 'en' });
    expect(modelText).toBe('"Ja", sagte er.');
    expect(restore('"Yes," he said.', plan).targetText).toBe('“Yes,” he said.');
  });

  test('what varies a text for the model is not in the target text', () => {
    const through = (text: string, variation: Variation, output: string) => {
      const { modelText, plan } = prepare(text, { ...options, variation });
      return [modelText, restore(output, plan).targetText];
    };
    expect(through('Guten Tag', 'finalStop', 'Good day.')).toEqual(['Guten Tag.', 'Good day']);
    expect(through('Ich gehe.', 'finalStop', 'I go')).toEqual(['Ich gehe', 'I go.']);
    expect(through('Ich gehe.', 'quotes', '"I go."')).toEqual(['"Ich gehe."', 'I go.']);
    expect(through('Ich gehe.', 'quotes', '"I go".')).toEqual(['"Ich gehe."', 'I go.']);
    expect(through('Er sagt "ja"', 'quotes', 'He says "yes"')).toEqual(['Er sagt "ja"', 'He says "yes"']);
  });

  test('protected numbers come out in the notation of the target language', () => {
    const { modelText, plan } = prepare('Es kostet 1.234,50 Franken am 3. Mai.', {
      sourceLang: 'de',
      targetLang: 'en',
      protectNumbers: true,
    });
    expect(modelText).toBe('Es kostet 731 Franken am 3. Mai.');
    expect(restore('It costs 731 francs on May 3.', plan).targetText).toBe(
      'It costs 1,234.50 francs on May 3.',
    );
  });
});

describe('normaliseCharacters', () => {
  test.each([
    ['scho\u0308n', 'schön'],
    ['ﬁnden', 'finden'],
    ['Silben\u00adtrennung', 'Silbentrennung'],
    ['a\u200bb', 'ab'],
    ['10\u202f000\u00a0km', '10 000 km'],
    ['„Ja“ ‚so‘', '"Ja" \'so\''],
    ['M&uuml;ller', 'Müller'],
    ['Über-\nsetzung', 'Übersetzung'],
    ['Vor-\nund Nachteile', 'Vor- und Nachteile'],
    ['a\0b', 'a b'],
    ['👩‍👧', '👩‍👧'],
    ['m² ½ H₂O', 'm² ½ H₂O'],
  ])('%j is %j for the model', (text, expected) => {
    expect(normaliseCharacters(text)).toBe(expected);
  });
});

test('long and hostile texts take linear time', () => {
  const length = 100_000;
  for (const piece of [
    'a',
    '{',
    '<',
    '`',
    '@',
    'a@',
    'http://',
    '/',
    './',
    '&',
    '#',
    '%',
    '1 ',
    'a.',
    '😀',
    '"',
    'A',
    'ae',
    '\u0308',
  ]) {
    const text = piece.repeat(Math.ceil(length / piece.length));
    expect(echo(text, { protectNumbers: true }).lost).toEqual([]);
  }
});
