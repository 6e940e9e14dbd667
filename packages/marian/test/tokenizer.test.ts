import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { createLibraryTokenizer } from '../src/library-tokenizer.ts';
import { createMarianTokenizer } from '../src/marian-tokenizer.ts';
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

async function readFiles() {
  const [json, config] = await Promise.all(
    ['tokenizer.json', 'tokenizer_config.json'].map(async (name) =>
      JSON.parse(await readFile(join(bundledModel, name), 'utf8')),
    ),
  );
  return { json, config };
}

describe('the tokenizer beside that of transformers.js', () => {
  it('gives the same ids and the same text, whatever it is given', async () => {
    const files = await readFiles();
    const own = createMarianTokenizer(files.json, 0);
    const library = createLibraryTokenizer(files, 0);
    const characters = [
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'aäßÄ▁～ﬁ½²é\u0301\u00ad\u200b\ufeff 12</s>…„«'), maxLength: 60 }),
      fc.constantFrom('Grüezi,', 'Straßenbahn', 'z.\u202fB.', '√2', 'Ǆ', '文字', '😀😀'),
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(...characters), { maxLength: 6 }), (parts) => {
        const text = parts.join(' ').toWellFormed();
        const ids = own.encode(text);
        expect(ids).toEqual(library.encode(text));
        expect(own.decode(ids.slice(0, -1))).toBe(library.decode(ids.slice(0, -1)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is left to it where the steps are others', async () => {
    const { json, config } = await readFiles();
    const folder = await mkdtemp(join(tmpdir(), 'tokenizer-'));
    try {
      const normalizer = { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'Lowercase' }] };
      await writeFile(join(folder, 'tokenizer.json'), JSON.stringify({ ...json, normalizer }));
      await writeFile(join(folder, 'tokenizer_config.json'), JSON.stringify(config));
      const tokenizer = await loadTokenizer(folder, 0);
      expect(tokenizer.encode('GUTEN Morgen')).toEqual(tokenizer.encode('guten morgen'));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
