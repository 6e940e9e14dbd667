import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createGlossary,
  type GlossaryEntry,
  glossaryCondition,
  type ModelOutput,
  prepare,
  restore,
  translateChecked,
} from './index.ts';

function found(text: string, entries: GlossaryEntry[], lang = 'de'): string[] {
  return createGlossary(entries, lang)
    .find(text)
    .map(({ start, end, targetText }) => `${text.slice(start, end)}=${targetText}`);
}

describe('a term is found', () => {
  const rat = { source: 'Bundesrat', target: 'Federal Council' };
  test.each([
    ['as a word of its own', 'Der Bundesrat, so heißt es.', ['Bundesrat=Federal Council']],
    ['with a regular ending', 'Mitglied des Bundesrates', ['Bundesrates=Federal Council']],
    ['in capitals, and so it becomes', 'DER BUNDESRAT TAGT', ['BUNDESRAT=FEDERAL COUNCIL']],
    ['each time', 'Bundesrat und Bundesrat', ['Bundesrat=Federal Council', 'Bundesrat=Federal Council']],
    ['not inside of another word', 'Bundesratssitzung, Vizebundesrat', []],
    ['not in small letters where it is written large', 'bundesrat', []],
    ['not in an address', 'https://example.com/Bundesrat und `Bundesrat`', []],
  ])('%s', (_what, text, expected) => {
    expect(found(text, [rat])).toEqual(expected);
  });

  test('across words, white space and line breaks, with endings on each word', () => {
    const entry = { source: 'Europäische Union', target: 'EU' };
    expect(found('der Europäischen\n  Union', [entry])).toEqual(['Europäischen\n  Union=EU']);
  });

  test('the longest one first, and of two for one term the first', () => {
    const entries = [
      { source: 'Bundesrat', target: 'A' },
      { source: 'Bundesrat Berset', target: 'B' },
      { source: 'Bundesrat', target: 'C' },
    ];
    expect(found('Bundesrat Berset und Bundesrat Maurer', entries)).toEqual([
      'Bundesrat Berset=B',
      'Bundesrat=A',
    ]);
  });

  test('short words without an ending, other languages with theirs', () => {
    expect(found('die Rate des Rats', [{ source: 'Rat', target: 'council' }])).toEqual([]);
    expect(found("The contracts and the contract's end", [{ source: 'contract' }], 'en')).toHaveLength(2);
    expect(found('the contracten', [{ source: 'contract' }], 'en')).toEqual([]);
  });

  test('whatever signs it has', () => {
    const entries = [{ source: 'C++' }, { source: '.NET' }, { source: 'a.b(c)' }, { source: '😀' }];
    expect(found('C++ und .NET, a.b(c), aXb(c), 😀😀', entries)).toEqual([
      'C++=C++',
      '.NET=.NET',
      'a.b(c)=a.b(c)',
    ]);
  });

  test('at the beginning of a sentence; without a target it is kept as the glossary has it', () => {
    expect(found('Haus und haus', [{ source: 'haus', target: 'home' }])).toEqual(['Haus=home', 'haus=home']);
    expect(found('Angela Merkels Rede', [{ source: 'Angela Merkel' }])).toEqual([
      'Angela Merkels=Angela Merkel',
    ]);
  });
});

test('terms lie in order and do not overlap, whatever the texts', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aAbB .+(\\'), minLength: 1, maxLength: 6 });
  const entries = fc.array(fc.record({ source: word.filter((text) => text.trim() !== '') }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      entries,
      fc.string({ unit: fc.constantFrom(...'aAbB .+(\\'), maxLength: 60 }),
      (list, text) => {
        let end = 0;
        for (const term of createGlossary(list, 'de').find(text)) {
          expect(term.start).toBeGreaterThanOrEqual(end);
          expect(term.end).toBeGreaterThan(term.start);
          end = term.end;
        }
      },
    ),
  );
});

test.each([
  ['that begin alike', (i: number) => `Wort und ${i}`],
  ['that hold each other', (i: number) => 'Wort '.repeat((i % 30) + 1)],
])('a thousand entries %s and a long text take time in proportion to the text', (_what, source) => {
  const entries = Array.from({ length: 1000 }, (_, i) => ({
    source: source(i),
    target: `w${i}`,
  }));
  const glossary = createGlossary(entries, 'de');
  const cost = (length: number) => {
    const text = 'Wort und Wort '.repeat(length);
    const before = process.cpuUsage();
    glossary.find(text);
    const { user } = process.cpuUsage(before);
    return user;
  };
  cost(2000);
  const [short, long] = [cost(4000), cost(40_000)];
  expect(long).toBeLessThan(40 * Math.max(short, 1000));
});

test('the condition names the entries of the sentence alone, in any order', () => {
  const conditionOf = (entries: GlossaryEntry[], text: string) =>
    glossaryCondition(createGlossary(entries, 'de').find(text));
  const [a, b, c] = [{ source: 'Apfel', target: 'apple' }, { source: 'Birne' }, { source: 'Kirsche' }];
  const text = 'Birne und Apfel und Birnen';
  expect(conditionOf([a, b, c], text)).toBe(conditionOf([b, a], text));
  expect(conditionOf([a, b], text)).not.toBe(conditionOf([a], text));
  expect(conditionOf([{ ...a, target: 'pome' }, b], text)).not.toBe(conditionOf([a, b], text));
  expect(conditionOf([a, b, c], 'Nichts davon')).toBeUndefined();
});

describe('in a translation', () => {
  const glossary = createGlossary(
    [{ source: 'Bundesrat', target: 'Federal Council' }, { source: 'Grüezi' }],
    'de',
  );
  const options = { sourceLang: 'de', targetLang: 'en', glossary };

  /** A model of a few sentences, which records what it is asked. */
  async function translate(sourceText: string, answers: Record<string, string>) {
    const asked: string[] = [];
    const answer = (text: string): ModelOutput => {
      asked.push(text);
      return { targetText: answers[text] ?? `[${text}]`, cutShort: false, sourceTokens: 5, targetTokens: 5 };
    };
    const [result] = await translateChecked([sourceText], {
      ...options,
      translate: async (texts) => texts.map(answer),
    });
    return { asked, ...result };
  }

  test('a model that knows the term by itself is left alone', async () => {
    const { asked, targetText, flags } = await translate('Der Bundesrat hat entschieden.', {
      'Der Bundesrat hat entschieden.': 'The Federal Council has decided.',
    });
    expect(asked).toHaveLength(1);
    expect(targetText).toBe('The Federal Council has decided.');
    expect(flags).toEqual([]);
  });

  test('another word is repaired by a stand-in', async () => {
    const { targetText, flags } = await translate('Der Bundesrat hat 3 Sitze.', {
      'Der Bundesrat hat 3 Sitze.': 'The Bundesrat has 3 seats.',
      'Der 731 hat 3 Sitze.': 'The 731 has 3 seats.',
    });
    expect(targetText).toBe('The Federal Council has 3 seats.');
    expect(flags).toEqual([]);
  });

  test('a stand-in that is lost is repaired by cutting the sentence around the term', async () => {
    const { targetText, flags } = await translate('Gestern hat der Bundesrat entschieden.', {
      'Gestern hat der Bundesrat entschieden.': 'They decided yesterday.',
      'Gestern hat der 731 entschieden.': 'They decided yesterday.',
      'Gestern hat der': 'Yesterday the',
      'entschieden.': 'decided.',
    });
    expect(targetText).toBe('Yesterday the Federal Council decided.');
    expect(flags).toEqual([]);
  });

  test('what cannot be repaired is flagged', async () => {
    const lost = 'They decided yesterday.';
    const { flags } = await translate('Bundesrat entschied gestern.', {
      'Bundesrat entschied gestern.': lost,
      '731 entschied gestern.': lost,
      'entschied gestern.': 'entschied gestern entschied gestern entschied gestern entschied gestern.',
    });
    expect(flags).toContain('glossary_missed');
  });

  test('what is not to be translated never reaches the model', async () => {
    const { asked, targetText } = await translate('Grüezi sagt man hier.', {
      '731 sagt man hier.': '731 is what they say here.',
    });
    expect(asked).toEqual(['731 sagt man hier.']);
    expect(targetText).toBe('Grüezi is what they say here.');
  });

  test('a sentence that is nothing but a term is the target', () => {
    const { modelText, plan } = prepare('Bundesrat!', { ...options, heldTerms: 'all' });
    expect(modelText).toBe('');
    expect(restore('', plan).targetText).toBe('Federal Council!');
  });

  test('a heading in capitals has the term in capitals', async () => {
    const { targetText, flags } = await translate('DER BUNDESRAT IST DAGEGEN', {
      'Der 731 ist dagegen': 'The 731 is against it',
      'Der Bundesrat ist dagegen': 'The council is against it',
    });
    expect(targetText).toBe('THE FEDERAL COUNCIL IS AGAINST IT');
    expect(flags).toEqual([]);
  });
});
