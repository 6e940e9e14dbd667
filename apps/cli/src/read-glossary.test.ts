import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readGlossary } from './read-glossary.ts';

const folder = mkdtempSync(join(tmpdir(), 'unlimited-glossary-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function glossary(text: string | Buffer) {
  const file = join(folder, 'words.tsv');
  writeFileSync(file, text);
  return readGlossary(file);
}

test('lines and JSON are read', () => {
  const words = [{ source: 'Tisch', target: 'desk' }, { source: 'Frau Meier' }];
  expect(glossary('# words\r\nTisch\tdesk\r\n\r\nFrau Meier\r\n')).toEqual(words);
  expect(glossary(JSON.stringify(words))).toEqual(words);
  expect(glossary('')).toEqual([]);
});

test('what is no glossary is told in a sentence', () => {
  expect(() => glossary('a\tb\tc')).toThrow(/line 1 of the glossary/);
  expect(() => glossary('ok\tyes\n\tb')).toThrow(/line 2 of the glossary/);
  expect(() => glossary('[{')).toThrow(/is no JSON/);
  expect(() => glossary(Buffer.from([0xff]))).toThrow(/cannot be read/);
  expect(() => readGlossary(join(folder, 'none'))).toThrow(/cannot be read \(ENOENT\)/);
});
