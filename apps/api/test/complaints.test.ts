import type { Segment } from '@unlimited/contract';
import { segmentText } from '@unlimited/segment';
import { describe, expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

// What users of self-hosted translators complain about most, and what this one does instead. Nothing here hangs on the words
// that a small model happens to choose: a result has what it must have, or it has the flag that says it has not.

const api = runningApi({ ENGINE_PROCESSES: '1' });

async function translate(sourceText: string, more: object = {}): Promise<Segment[]> {
  const visitor = api.visitor();
  const { id, status, doneCount, segmentCount } = await visitor.translated({ sourceText, ...more });
  expect({ status, doneCount }).toEqual({ status: 'done', doneCount: segmentCount });
  const segments = await visitor.segments(id);
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(sourceText);
  return segments;
}

const targetOf = (segments: readonly Segment[]) =>
  segments.map(({ targetText, gap }) => targetText + gap).join('');

/** Each thing is in the translation of its segment, or the segment says that it is lost. */
function expectSurvival(
  segments: readonly Segment[],
  things: readonly string[],
  flag: Segment['flags'][number],
) {
  for (const thing of things) {
    const own = segments.filter(({ sourceText }) => sourceText.includes(thing));
    expect(own).not.toEqual([]);
    for (const { targetText, flags } of own) {
      expect(targetText?.includes(thing) || flags.includes(flag)).toBe(true);
    }
  }
}

test('1. endless repetition is tried in other ways, and never delivered without a word', async () => {
  const loop = /(\S{2,12}?)\1{4}|(\b\S+ )\2{4}/;
  const texts = [
    'Schokolade wird aus Kakaobohnen gemacht.',
    'Kokosnuss, Kokosnuss.',
    'Dudelsack und Didgeridoo.',
  ];
  for (const { targetText, flags } of await translate(texts.join('\n'))) {
    if (loop.test(targetText ?? '')) expect(flags).toContain('repetition');
  }
});

test('2. nothing comes of nothing: what holds no letter is copied', async () => {
  const lines = ['-', '...', '—', '*', '12.03.', '(!)', '😀', '“ ”', '| | |'];
  const segments = await translate(`Hallo.\n${lines.join('\n')}`);
  expect(targetOf(segments.slice(1))).toBe(lines.join('\n'));
  for (const { origin, flags } of segments.slice(1))
    expect({ origin, flags }).toEqual({ origin: 'copy', flags: [] });
});

test('3. nothing is cut off: a sentence of any length is translated to its end', async () => {
  const clauses = Array.from({ length: 150 }, (_, i) => `das Haus mit der Nummer ${1000 + i} ist sehr alt`);
  const segments = await translate(`Ich weiß, ${clauses.join(', und ')}.`);
  expect(segments.length).toBeGreaterThan(5);
  const numbers = clauses.flatMap((clause) => clause.match(/\d+/g) ?? []);
  expectSurvival(segments, numbers, 'numbers_changed');
  const isTold = segments.every(({ targetText, flags }) => (targetText ?? '') !== '' || flags.length > 0);
  expect(isTold).toBe(true);
});

test('4. a sentence that comes back as it was is tried again, and flagged if it stays so', async () => {
  const sentence = 'Wir haben das alte Haus schon lange nicht mehr gesehen';
  const texts = ['', '.', ',', '!'].map((end) => sentence + end);
  for (const { sourceText, targetText, flags } of await translate(texts.join('\n\n'))) {
    if (targetText?.includes(sentence))
      expect({ sourceText, flags }).toMatchObject({ flags: ['copied_source'] });
  }
});

test('5. capitals are translated like other text and written in capitals; mixed tokens stay as they are', async () => {
  const segments = await translate('WO IST DER NÄCHSTE BAHNHOF?\n\nWo ist der nächste Bahnhof?\n\n5 kWh');
  expect(segments[0]?.targetText).toBe(segments[1]?.targetText?.toUpperCase());
  expect(segments[2]?.targetText).toBe('5 kWh');
});

test('6. hard-wrapped lines are read as the sentences that they are, other lines are kept', async () => {
  const sentence =
    'Der Ausschuss hat in seiner letzten Sitzung beschlossen, dass die Unterlagen allen Mitgliedern rechtzeitig zugestellt werden müssen.';
  const wrapped = sentence.replace(/(.{40,60}) /g, '$1\n');
  expect(wrapped.split('\n').length).toBeGreaterThan(2);
  const [whole] = await translate(sentence);
  expect((await translate(wrapped))[0]?.targetText).toBe(whole?.targetText);
  expect(targetOf(await translate('- Eins ist da.\n- Zwei ist da.\n\n'))).toMatch(/^- .+\n- .+\n\n$/);
  expect(segmentText(wrapped, { lang: 'de', lineBreaks: 'keep' }).length).toBe(wrapped.split('\n').length);
});

test('7. tags and comments come through', async () => {
  const text =
    'Das ist ein <b>wichtiges</b> Wort.\n<!-- Kommentar -->\nDas ist <a href="/x?a=1&b=2">der Weg</a> dorthin.';
  const things = ['<b>', '</b>', '<!-- Kommentar -->', '<a href="/x?a=1&b=2">', '</a>'];
  expectSurvival(await translate(text), things, 'lost_inline');
});

test('8. code is not translated', async () => {
  const text =
    'Der Befehl `datei öffnen` lädt alle Pakete.\n\n`nur Code hier`\n\nÖffnen Sie die Datei config.json noch heute.';
  const segments = await translate(text);
  expectSurvival(segments, ['`datei öffnen`', 'config.json'], 'lost_inline');
  expect(segments[1]?.targetText).toBe('`nur Code hier`');
});

test('9. placeholders and what surrounds them survive', async () => {
  const text =
    'Hallo {name}, du hast %1$s Nachrichten.\n\nDer Wert {{count}} ist größer als %d.\n\nSiehe https://example.com/a_b?c=%20d.';
  expectSurvival(
    await translate(text),
    ['{name}', '%1$s', '{{count}}', '%d', 'https://example.com/a_b?c=%20d'],
    'lost_inline',
  );
});

describe('10. words of one’s own', () => {
  const text = 'Der Bundesrat hat entschieden.\n\nMan sagt hier Znüni.';
  const glossary = [{ source: 'Bundesrat', target: 'Federal Council' }, { source: 'Znüni' }];

  test('are used, or it is said that they are not', async () => {
    const [council, snack] = await translate(text, { glossary });
    for (const [segment, term] of [
      [council, 'Federal Council'],
      [snack, 'Znüni'],
    ] as const) {
      expect(segment?.targetText?.includes(term)).toBe(!segment?.flags.includes('glossary_missed'));
    }
  });

  test('are nobody else’s', async () => {
    await translate(text, { glossary: [{ source: 'Bundesrat', target: 'Zaphod Beeblebrox' }] });
    expect(targetOf(await translate(text))).not.toContain('Beeblebrox');
  });
});
