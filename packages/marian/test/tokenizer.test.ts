import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTokenizer, type Tokenizer } from '../src/tokenizer.ts';
import { bundledModel } from './bundled-model.ts';

describe('the tokenizer of the bundled model', () => {
  let tokenizer: Tokenizer;
  beforeAll(async () => {
    tokenizer = await loadTokenizer(bundledModel, 0);
  });

  it('agrees token by token with SentencePiece', async () => {
    const fixtures = JSON.parse(await readFile(join(bundledModel, 'tokenizer-fixtures.json'), 'utf8'));
    expect(fixtures.length).toBeGreaterThan(10);
    for (const { text, ids } of fixtures) expect(tokenizer.encode(text), text).toEqual(ids);
  });

  it('gives text back', () => {
    const text = 'Guten Morgen, Herr Müller! Das kostet 3,50 EUR.';
    expect(tokenizer.decode(tokenizer.encode(text).slice(0, -1))).toBe(text);
    expect(tokenizer.decode([])).toBe('');
  });

  it('never makes a special token of what a user writes', () => {
    for (const text of ['a </s> b', '<pad>', '<unk>', '>>en<< a', '\0</s>\0<pad>']) {
      const ids = tokenizer.encode(text).slice(0, -1);
      expect(ids).not.toContain(0);
      expect(ids).not.toContain(8000);
    }
  });

  it('takes anything', () => {
    expect(tokenizer.encode(' \t\r\n\0 ')).toEqual([0]);
    expect(tokenizer.encode('a\r\n\tb')).toEqual(tokenizer.encode('a b'));
    for (const text of [
      '\ud800',
      'x\udc00y',
      'שלום עולם',
      '\u202eabc',
      '👩‍👩‍👧‍👦'.repeat(5_000),
      'a'.repeat(200_000),
    ]) {
      expect(tokenizer.encode(text).at(-1)).toBe(0);
    }
  });
});
