import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inspect, type Markup, type MarkupPiece, prepare, restore, translateChecked } from './index.ts';

/** A small format: `<x>` and `</x>` are a pair, `<x title="…"/>` stands alone, `~` is an ä. */
const markup: Markup = {
  find: (text) =>
    Array.from(text.matchAll(/<(\/?)(\w+)(?: title="([^"]*)")?(\/?)>|~/g), (found): MarkupPiece => {
      const [written, close, name = '', title, alone] = found;
      const titleStart = found.index + written.indexOf('"') + 1;
      return {
        kind: written === '~' ? 'text' : alone ? 'mark' : close ? 'close' : 'open',
        start: found.index,
        end: found.index + written.length,
        name,
        plain: written === '~' ? 'ä' : '',
        nested: title === undefined ? [] : [{ start: titleStart, end: titleStart + title.length }],
      };
    }),
  escape: (text) => text.replaceAll('<', '&lt;'),
};
const options = { sourceLang: 'de', targetLang: 'en', markup };

const through = (source: string, output: string, phrases: readonly string[] = []) =>
  restore(output, prepare(source, options).plan, phrases).targetText;

describe('pairs', () => {
  test('go around what their words were translated to', () => {
    const source = 'Gestern habe ich den <b>grossen Hund</b> gesehen.';
    expect(prepare(source, options)).toMatchObject({
      modelText: 'Gestern habe ich den grossen Hund gesehen.',
      phrases: ['grossen Hund'],
    });
    expect(through(source, 'I saw the big dog yesterday.', ['Big dogs'])).toBe(
      'I saw the <b>big dog</b> yesterday.',
    );
  });

  test('go to their share of the sentence where these are not found, and never around nothing', () => {
    expect(through('Wir <b>gehen</b> <i>heute</i> heim.', 'We depart now.')).toMatch(
      /^We <b>\w+<\/b> <i>\w+<\/i>\.$/,
    );
  });

  test('go where about their words are if only some are found', () => {
    expect(
      through('Das ist sehr <b>gut gemacht</b> und neu.', 'That is very well done, and new.', [
        'nicely done',
      ]),
    ).toBe('That is very <b>well done</b>, and new.');
  });

  test('leave punctuation where it was', () => {
    expect(through('<b>Wichtig:</b> Das geht.', 'Important: It works.')).toBe('<b>Important:</b> It works.');
    expect(through('Das ist (<b>sehr</b>) gut.', 'This is (very) good.', ['very'])).toBe(
      'This is (<b>very</b>) good.',
    );
    expect(through('Den <b>Hund</b> sah ich.', 'I saw the dog.', ['dog'])).toBe('I saw the <b>dog</b>.');
  });

  test('are nested as they were', () => {
    const source = 'Das ist <b>sehr <i>wichtig</i></b> für uns.';
    const target = through(source, 'This is very important to us.', ['very important', 'important']);
    expect(target).toBe('This is <b>very <i>important</i></b> to us.');
  });

  test('around the whole sentence stay out of it, and a half whose other half is elsewhere stays where it is', () => {
    expect(prepare('<p><b>Guten Tag.</b></p>', options).modelText).toBe('Guten Tag.');
    expect(through('<b>Guten Tag.', 'Hello.')).toBe('<b>Hello.');
    expect(through('Guten Tag.</b>', 'Hello.')).toBe('Hello.</b>');
  });
});

test('a model’s own special characters are escaped, those of the markup are not', () => {
  expect(through('Das <b>ist</b> gut.', 'That <script> is good.', ['is'])).toBe(
    'That &lt;script> <b>is</b> good.',
  );
});

test('values within markup are translated on their own, what is written otherwise is read', async () => {
  const asked: string[] = [];
  const translate = async (texts: readonly string[]) => {
    asked.push(...texts);
    return texts.map((text) => ({
      targetText: text === 'Rotes Haus' ? 'Red house' : 'The bear sleeps today.',
      cutShort: false,
      sourceTokens: 5,
      targetTokens: 5,
    }));
  };
  const results = await translateChecked(['<i title="Rotes Haus"/> Der B~r schläft heute.'], {
    ...options,
    translate,
  });
  expect(asked).toEqual(['Rotes Haus', 'Der Bär schläft heute.']);
  expect(results).toEqual([
    { targetText: '<i title="Red house"/> The bear sleeps today.', flags: [], origin: 'model' },
  ]);
});

test('lost, added and torn tags are flagged', () => {
  const flags = (targetText: string) =>
    inspect({ ...options, sourceText: 'Der <b>grosse</b> <i>Hund</i> bellt.', targetText });
  expect(flags('The <b>big</b> <i>dog</i> barks.')).toEqual([]);
  expect(flags('The <b>big</b> dog barks.')).toEqual(['lost_inline']);
  expect(flags('The <b>big</b> <i>dog</i> barks<b>.</b>')).toEqual(['lost_inline']);
  expect(flags('The <b>big <i>dog</b></i> barks.')).toEqual(['lost_inline']);
});

test('tags come out in their order, whatever the model answers', () => {
  const words = fc.constantFrom(
    'Haus',
    'sehr',
    'Wetter,',
    'heute.',
    '(hier)',
    '12',
    '<b>',
    '</b>',
    '<i>',
    '</i>',
    '<x/>',
    '~',
  );
  const tagsOf = (text: string) => text.match(/<\/?\w+\/?>/g) ?? [];
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 14 }),
      fc.string(),
      fc.array(fc.string()),
      (parts, output, phrases) => {
        const source = parts.join(' ');
        const { plan, modelText } = prepare(source, options);
        expect(tagsOf(restore(output.replaceAll(/[<>]/g, ''), plan, phrases).targetText)).toEqual(
          tagsOf(source),
        );
        const echoed = restore(modelText, prepare(source, { ...options, targetLang: 'de' }).plan).targetText;
        expect(tagsOf(echoed)).toEqual(tagsOf(source));
      },
    ),
    { numRuns: 1000 },
  );
});
