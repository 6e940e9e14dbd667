import { fileURLToPath } from 'node:url';
import { createEngine, type Engine } from '@unlimited/marian';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CheckedResult, translateChecked } from '../src/index.ts';

const german = { sourceLang: 'de', targetLang: 'en' };
const english = { sourceLang: 'en', targetLang: 'de' };
const folderOf = (config: string) => fileURLToPath(new URL('.', config));
let engine: Engine;

beforeAll(async () => {
  const models = [
    { ...german, source: folderOf(import.meta.resolve('@unlimited/model-de-en/config.json')) },
    { ...english, source: folderOf(import.meta.resolve('@unlimited/model-en-de/config.json')) },
  ];
  engine = await createEngine({ models, processes: 1, beamSize: 1 });
}, 120_000);
afterAll(() => engine.close());

async function translateAll(texts: readonly string[], languages = german): Promise<CheckedResult[]> {
  const modelKey =
    engine.models.find(({ sourceLang }) => sourceLang === languages.sourceLang)?.modelKey ?? '';
  const translate = (texts: readonly string[], beamSize?: number) =>
    engine.translate(modelKey, texts, beamSize === undefined ? {} : { beamSize });
  return translateChecked(texts, { ...languages, translate, canBeam: true });
}

async function translateOne(text: string, languages = german): Promise<CheckedResult> {
  const [result] = await translateAll([text], languages);
  if (result === undefined) throw new Error('one result for each text');
  return result;
}

describe('inline things survive the real model', () => {
  test.each([
    ['Klicken Sie auf {button}, um die Datei %1$s zu öffnen.', ['{button}', '%1$s']],
    ['Hallo {name}, du hast {{count}} neue Nachrichten!', ['{name}', '{{count}}']],
    [
      'Besuchen Sie https://www.beispiel.ch/pfad?x=1&y=2 für weitere Informationen.',
      ['https://www.beispiel.ch/pfad?x=1&y=2'],
    ],
    ['Schreiben Sie an info@example.com, wenn Sie Fragen haben.', ['info@example.com']],
    ['Der Befehl `npm install` lädt alle Pakete herunter.', ['`npm install`']],
    ['Das ist toll 😀, oder?', ['😀,']],
    ['Ich liebe dich ❤️', ['❤️']],
    ['Das ist ein <b>wichtiges</b> Wort.', ['<b>', '</b>']],
    ['Der Preis beträgt 1.234.567,89 Euro.', ['1,234,567.89']],
    ['Der Stromverbrauch beträgt 5 kWh.', ['5 kWh']],
    ['Die Preise sind um 3,5 % gestiegen.', ['3.5%']],
    ['Tom &amp; Maria wohnen in Boston.', ['Tom &amp; Mary']],
    ['Rufen Sie +41 44 123 45 67 an.', ['+41 44 123 45 67']],
    ['@anna hat dir eine Nachricht geschickt. #news', ['@anna', '#news']],
    [
      'Öffnen Sie C:\\Windows\\System32 und löschen Sie die Datei config.json.',
      ['C:\\Windows\\System32', 'config.json'],
    ],
    [
      'Kopieren Sie /etc/hosts nach ~/hosts.txt und löschen Sie $' + '{HOME}/tmp.',
      ['/etc/hosts', '~/hosts.txt', '$' + '{HOME}'],
    ],
    ['Der Wert von <x> muss zwischen %d und %s liegen.', ['<x>', '%d', '%s']],
  ])('%s', async (text, wanted) => {
    const { targetText, flags } = await translateOne(text);
    for (const thing of wanted) expect(targetText).toContain(thing);
    expect(flags).toEqual([]);
  });
});

describe('the way back', () => {
  test.each([
    ['Click {button} to open the file %1$s.', ['{button}', '%1$s', 'Datei']],
    ['The price is 1,234,567.89 euros.', ['1.234.567,89', 'Preis']],
    ['Prices have risen by 3.5%.', [/3,5\s?%/, 'Preise']],
    ['Write to info@example.com if you have any questions.', ['info@example.com', 'Fragen']],
    ['“I will come tomorrow,” said Tom.', [/^„.*“/, 'morgen', 'Tom']],
    ['THIS FILE CANNOT BE DELETED.', [/^[^a-z]+$/, 'DATEI']],
    ['The XML file is open.', ['XML']],
    ['Good morning! 😀', ['Guten Morgen', '😀']],
  ])('%s', async (text, wanted) => {
    const { targetText, flags } = await translateOne(text, english);
    for (const thing of wanted) expect(targetText).toMatch(thing);
    expect(flags).toEqual([]);
  });
});

describe('the same text, written in another way, is understood as well', () => {
  test.each([
    ['DIESE DATEI KANN NICHT GELÖSCHT WERDEN.', 'Diese Datei kann nicht gelöscht werden.'],
    ['WO IST DER NÄCHSTE BAHNHOF?', 'Wo ist der nächste Bahnhof?'],
  ])('capitals: %s', async (shouted, said) => {
    const [loud, calm] = await translateAll([shouted, said]);
    expect(loud?.targetText).toBe(calm?.targetText.toUpperCase());
  });

  test.each([
    ['Ich moechte fuer morgen einen Tisch reservieren.', 'Ich möchte für morgen einen Tisch reservieren.'],
    [
      'Ich mo\u0308chte fu\u0308r morgen einen Tisch reservieren.',
      'Ich möchte für morgen einen Tisch reservieren.',
    ],
    [
      'Ich möchte für mor\u00adgen einen Ti\u00adsch reser\u00advieren.',
      'Ich möchte für morgen einen Tisch reservieren.',
    ],
    ['Wir\u00a0müssen die Datei\u202fﬁnden.', 'Wir müssen die Datei finden.'],
    ['Das ist NICHT erlaubt.', 'Das ist nicht erlaubt.'],
  ])('%j', async (odd, plain) => {
    const [a, b] = await translateAll([odd, plain]);
    expect(a?.targetText).toBe(b?.targetText);
  });

  test.each([
    '„Ich komme morgen“, sagte Tom.',
    '»Ich komme morgen«, sagte Tom.',
    '"Ich komme morgen", sagte Tom.',
  ])('quotation marks: %s', async (text) => {
    const { targetText } = await translateOne(text);
    // Which of the two is a matter of the last digits of a processor's sums.
    expect(targetText).toMatch(/^["“]I'll come tomorrow,["”] (Tom said|said Tom)\.$/);
  });
});

test('nothing comes of nothing', async () => {
  const texts = [' ', '-', '...', '–', '***', '12', '😀'];
  expect(await translateAll(texts)).toEqual(
    texts.map((targetText) => ({ targetText, flags: [], origin: 'copy' })),
  );
});

test('a loop of the model is mended or flagged', async () => {
  const { targetText, flags } = await translateOne('Schokolade wird aus Kakaobohnen gemacht.');
  expect(/(bo){4}/.test(targetText)).toBe(flags.includes('repetition'));
});
