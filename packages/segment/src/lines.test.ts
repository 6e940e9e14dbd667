import { describe, expect, test } from 'vitest';
import { segmentText } from './index.ts';

const sentences = (text: string, lang = 'de') =>
  segmentText(text, { lang })
    .map(({ sourceText }) => sourceText)
    .filter((sourceText) => sourceText !== '');

test('a line break ends a segment, whatever it is written with', () => {
  for (const lineBreak of ['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029']) {
    expect(sentences(`Überschrift${lineBreak}Noch eine`)).toEqual(['Überschrift', 'Noch eine']);
  }
});

test('bullets, numbers, headings and quote marks are layout', () => {
  const body = 'Der Text der Zeile';
  const markers = [
    '- ',
    '* ',
    '• ',
    '– ',
    '1. ',
    '12) ',
    '(3) ',
    'a) ',
    '(iv) ',
    'II. ',
    '1.2.3 ',
    '## ',
    '> ',
    '>> ',
    '> - ',
    '- [x] ',
    '✅ ',
  ];
  for (const marker of markers) {
    expect(segmentText(`\t ${marker}${body}`, { lang: 'de' })).toEqual([
      { sourceText: '', gap: `\t ${marker}` },
      { sourceText: body, gap: '' },
    ]);
  }
});

test('what may be part of the sentence stays in it', () => {
  for (const line of [
    '3. Oktober',
    '3. und 4. Kapitel',
    'z. B. Äpfel',
    'A. Müller',
    '-5 Grad',
    '1.2 Ergebnisse',
    'I. Newton',
    '-',
    '3.',
  ]) {
    expect(sentences(line)).toEqual([line]);
  }
  expect(sentences('1. apples', 'en')).toEqual(['apples']);
});

test('tabs and wide spaces divide a line into cells', () => {
  expect(segmentText('Name\tAlter\t\tStadt\nMax Mustermann    5', { lang: 'de' })).toEqual([
    { sourceText: 'Name', gap: '\t' },
    { sourceText: 'Alter', gap: '\t\t' },
    { sourceText: 'Stadt', gap: '\n' },
    { sourceText: 'Max Mustermann', gap: '    ' },
    { sourceText: '5', gap: '' },
  ]);
});

describe('hard-wrapped text', () => {
  /** Breaks lines at the last space before `width`, as mail programs do. */
  const wrap = (text: string, width: number, indent = '') =>
    text.replace(new RegExp(`(.{1,${width}})(?: +|$)`, 'g'), `${indent}$1\n`).trimEnd();
  const first =
    'Der Ausschuss hat in seiner letzten Sitzung beschlossen, dass die Unterlagen künftig vor jeder Sitzung verteilt werden.';
  const second =
    'Wer daran nicht teilnehmen kann, möge das bitte bis zum Ende der Woche mitteilen, damit wir besser planen können.';
  const unwrap = (text: string) => text.replace(/\s+/g, ' ');

  test.each([35, 50, 60, 72, 78, 100])('wrapped at %i is read as sentences', (width) => {
    expect(sentences(wrap(`${first} ${second}`, width)).map(unwrap)).toEqual([first, second]);
  });

  test('is also seen when line ends vary as in proportional type, and behind bullets', () => {
    const lines = [
      'Der Ausschuss hat in seiner letzten Sitzung beschlossen,',
      'dass die Unterlagen künftig vor jeder Sitzung in',
      'gedruckter Form verteilt werden, damit alle mitreden können.',
    ];
    expect(sentences(lines.join('\n'))).toEqual([lines.join('\n')]);
    const items = ['- ', '- '].map((bullet) => bullet + wrap(first, 60).replaceAll('\n', '\n  '));
    expect(sentences(items.join('\n')).map(unwrap)).toEqual([first, first]);
  });

  test('once seen, its width holds for short paragraphs', () => {
    const short = 'Bitte bringen Sie zur Sitzung alle Unterlagen über die\nFinanzierung mit.';
    expect(sentences(short)).toHaveLength(2);
    expect(sentences(`${wrap(first, 60)}\n\n${short}`).at(-1)).toBe(short);
  });

  test('a text that goes on at another width is seen again', () => {
    const text = `${wrap(`${first} ${second}`, 78)}\n\n${wrap(`${second} ${first}`, 58)}`;
    expect(sentences(text).map(unwrap)).toEqual([first, second, second, first]);
  });

  test('salutation, closing and signature keep their lines', () => {
    const letter = `Sehr geehrte Frau Müller,\n${wrap(`${first} ${second}`, 72)}\nMit freundlichen Grüßen\nMax Mustermann\n-- \nFirma GmbH\nHauptstr. 5`;
    expect(sentences(letter).map(unwrap)).toEqual([
      'Sehr geehrte Frau Müller,',
      first,
      second,
      'Mit freundlichen Grüßen',
      'Max Mustermann',
      '--',
      'Firma GmbH',
      'Hauptstr. 5',
    ]);
  });

  test('can be kept as it is', () => {
    const text = wrap(first, 60);
    const kept = segmentText(text, { lang: 'de', lineBreaks: 'keep' });
    expect(kept.map(({ sourceText }) => sourceText)).toEqual(text.split('\n'));
  });
});

test('lines that are none of a wrapped text are kept', () => {
  const texts = [
    // Verse, with capitals and without.
    'Wer reitet so spät durch Nacht und Wind?\nEs ist der Vater mit seinem Kind;\nEr hat den Knaben wohl in dem Arm,\nEr fasst ihn sicher, er hält ihn warm.',
    'Nel mezzo del cammin di nostra vita\nmi ritrovai per una selva oscura,\nché la diritta via era smarrita.',
    'ich ging im walde\nso für mich hin\nund nichts zu suchen\ndas war mein sinn',
    // A list without bullets, an address, a heading above a paragraph.
    '200 g Mehl\n3 Eier\neine Prise Salz\netwas Butter',
    'Max Mustermann\nHauptstr. 5\n12345 Berlin',
    'Die wichtigsten Ergebnisse\nDer Umsatz stieg in diesem Jahr um fünf Prozent.',
    // Quoted mail.
    '> wir haben gestern lange über die neue Ordnung des Hauses\n> gesprochen und sind zu keinem Ergebnis gekommen, weil noch\n> viele Fragen offen sind',
    // One paragraph to a line.
    `${'Ein langer Absatz ohne Umbruch, '.repeat(20)}\n${'und noch einer, der klein beginnt, '.repeat(20)}`,
  ];
  for (const text of texts)
    expect(sentences(text)).toEqual(text.split('\n').map((line) => line.replace(/^> /, '').trim()));
});
