import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Flag, inspect } from './index.ts';

const flagsOf = (sourceText: string, targetText: string) =>
  inspect({ sourceText, targetText, sourceLang: 'de', targetLang: 'en' });

describe('what is wrong is flagged', () => {
  test.each<[Flag, string, string]>([
    ['empty_target', 'Guten Tag.', ' '],
    ['empty_target', 'Guten Tag.', '...'],
    ['repetition', 'Er ist müde und geht nach Hause.', 'He is tired tired tired and goes home.'],
    ['repetition', 'Drucken Sie die Liste.', 'You can print the list list.'],
    ['repetition', 'Er sagte nichts.', 'He said no, no, no, no, no.'],
    [
      'repetition',
      'Das ist ein langer Satz über alles.',
      'This is a long, this is a long, this is a long sentence.',
    ],
    [
      'repetition',
      'Der Mann ging in das alte Haus.',
      'The man went into the old house, went into the old house.',
    ],
    ['repetition', 'Siehe dort.', 'See wwwwwwwww there.'],
    ['repetition', 'Das ist lustig.', 'That is fufufufufufunny.'],
    ['copied_source', 'Das Haus ist sehr alt.', 'Das Haus ist sehr alt.'],
    ['copied_source', 'ist krank', 'ist krank'],
    ['copied_source', 'Er sagte mir, dass wir morgen früh gehen.', 'He told me dass wir morgen früh gehen.'],
    ['missing_sentence', 'Ich bin heute sehr müde. Morgen gehen wir ins Kino.', 'I am very tired.'],
    ['doubled_sentence', 'Ich bin sehr müde. Sie ist auch da.', 'I am very tired. She is. I am very tired.'],
    ['length_off', 'Doch.', 'I do not know what you are talking about, but it is fine.'],
    ['length_off', 'Der Vertrag endet, sobald beide Seiten ihn gekündigt haben.', 'It ends.'],
    ['numbers_changed', 'Es kostet 45 Franken.', 'It costs 54 francs.'],
    ['numbers_changed', 'Es kostet 3,5 Franken.', 'It costs 35 francs.'],
    ['numbers_changed', 'Es kostet viel.', 'It costs 40 francs.'],
    ['numbers_changed', 'Am 24.12.2023 ist Schluss.', 'It ends on December 24, 2022.'],
    ['numbers_changed', 'Der Verbrauch beträgt 5 kWh.', 'The consumption is 5.'],
    ['lost_inline', 'Hallo {name}, hier ist %s.', 'Hello {name}, here is.'],
    ['lost_inline', 'Siehe https://example.com/a.', 'See https://example.com/b.'],
    ['wrong_script', 'Guten Tag, mein Freund.', 'Добрый день, my friend.'],
  ])('%s: %s → %s', (flag, sourceText, targetText) => {
    expect(flagsOf(sourceText, targetText)).toContain(flag);
  });

  test('a cut-off output is flagged', () => {
    const inspected = {
      sourceText: 'Ja.',
      targetText: 'Yes',
      sourceLang: 'de',
      targetLang: 'en',
      cutShort: true,
    };
    expect(inspect(inspected)).toEqual(['cut_short']);
  });

  test('an answer to a source without letters is flagged', () => {
    expect(flagsOf('-', '- No, no, no')).toEqual(['length_off']);
    expect(flagsOf('12', '12')).toEqual([]);
  });
});

describe('what is right is not', () => {
  test.each([
    ['Doch.', 'Yes, I do.'],
    ['Nein, nein, nein!', 'No, no, no!'],
    ['Er redet und redet.', 'He talks and talks.'],
    ['Angela Merkel, Berlin', 'Angela Merkel, Berlin'],
    ['Microsoft Azure Information Protection', 'Microsoft Azure Information Protection'],
    ['warm', 'warm'],
    ['Es kostet 1.234.567,89 Euro.', 'It costs 1,234,567.89 euros.'],
    ['Es sind 10 000 Leute.', 'There are 10,000 people.'],
    ['Um 18.30 Uhr am 24.12.2023.', 'At 6:30 pm on December 24, 2023.'],
    ['Es ist 14 Uhr.', 'It is two in the afternoon.'],
    ['Wir treffen uns um halb drei.', "We'll meet at 2:30."],
    ['Er hat zwei Hunde.', 'He has 2 dogs.'],
    ['Er hat 12 Hunde.', 'He has a dozen dogs.'],
    ['dreiundzwanzig Hunde', '23 dogs'],
    ['Der Flug geht um 8 Uhr.', 'The flight leaves at 8:00.'],
    ['zweidimensionale Bilder', '2D images'],
    ['Der Verbrauch liegt bei 5 % oder 3,5 km.', 'It is 5 percent or 3.5 kilometers.'],
    ['Der CO2-Ausstoß', 'CO₂ emissions'],
    [
      'Die Frau ist da, offen und ehrlich, wenn sie nicht fort ist.',
      'If not away, the lady is here, open, open and honest.',
    ],
    ['Im 19. Jahrhundert', 'In the 19th century'],
    ['Am 3. Mai', 'On May 3rd'],
    ['Forschung & Entwicklung', 'Research and development'],
    ['Schau auf https://example.com/a!', 'Look at https://example.com/a!'],
    ['Ich kam. Ich sah. Ich siegte.', 'I came, I saw, I conquered.'],
  ])('%s → %s', (sourceText, targetText) => {
    expect(flagsOf(sourceText, targetText)).toEqual([]);
  });
});

test('any two texts can be inspected', () => {
  const text = fc.string({ unit: 'binary', maxLength: 100 });
  fc.assert(
    fc.property(text, text, fc.string(), (sourceText, targetText, lang) => {
      inspect({ sourceText, targetText, sourceLang: 'de', targetLang: lang });
    }),
    { numRuns: 500 },
  );
});

test('long and hostile texts take linear time', () => {
  for (const piece of [
    'a',
    'a ',
    'Ab. ',
    '1',
    '1.',
    '1 ',
    '{a}',
    '😀',
    'Ja! ',
    'hundert',
    "'",
    '\n',
    '#a ',
    'a@b.de ',
  ]) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    inspect({ sourceText: text, targetText: text, sourceLang: 'de', targetLang: 'en' });
    inspect({ sourceText: text, targetText: 'Nothing.', sourceLang: 'de', targetLang: 'en' });
    inspect({ sourceText: 'Nichts.', targetText: text, sourceLang: 'de', targetLang: 'en' });
  }
});
