import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { exportName, toBilingualHtml, toTargetText, toTmx } from './export-translation.ts';

const hostile = '<script>alert("1")</script> & \u0000 \ud800 ]]>';

async function* pages(): AsyncGenerator<Segment[]> {
  yield [
    { index: 0, sourceText: '', gap: '\r\n\t', targetText: '', origin: 'copy', flags: [] },
    { index: 1, sourceText: hostile, gap: '\n\n', targetText: hostile, origin: 'model', flags: [] },
  ];
  yield [{ index: 2, sourceText: 'Offen.', gap: ' \n', targetText: null, origin: null, flags: [] }];
}

const languages = { sourceLang: 'de', targetLang: 'en' };

test('the text has every gap as it was', async () => {
  const text = await (await toTargetText(pages())).text();
  expect(text).toBe(`\r\n\t${hostile.toWellFormed()}\n\n \n`);
});

test('no text becomes markup', async () => {
  for (const blob of [await toTmx(pages(), languages), await toBilingualHtml(pages(), languages, hostile)]) {
    const text = await blob.text();
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;script&gt;');
    expect(text).not.toContain('\u0000');
  }
});

test('TMX holds the pairs that are there', async () => {
  const text = await (await toTmx(pages(), languages)).text();
  expect(text.match(/<tu>/g)).toHaveLength(1);
  expect(text).not.toContain('Offen.');
});

test('a file keeps its name and says its language', () => {
  expect(exportName('Kapitel 1.md', 'en', null)).toBe('Kapitel 1.en.md');
  expect(exportName('a.b.txt', 'en', 'tmx')).toBe('a.b.en.tmx');
  expect(exportName(null, 'pt-BR', null)).toBe('translation.pt-BR.txt');
  expect(exportName('LIESMICH', 'en', null)).toBe('LIESMICH.en.txt');
});
