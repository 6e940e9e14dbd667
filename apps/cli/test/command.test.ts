import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TranslationList } from '@unlimited/contract';
import { docx, partsOf, pdf } from '@unlimited/document/samples';
import {
  createTestDatabase,
  freePort,
  startApi,
  type TestApi,
  type TestDatabase,
} from '@unlimited/local-stack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { start, temporaryFolder } from './support/command.ts';
import { sentences } from './support/sentences.ts';

let database: TestDatabase;
let api: TestApi;
const folder = temporaryFolder();
const state = join(folder, 'state');
const stateFolder = join(state, 'unlimited-translation');
const env = {
  XDG_STATE_HOME: state,
  get UNLIMITED_TRANSLATION_SERVER() {
    return api.url;
  },
};

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url });
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

const deEn = ['--from', 'de', '--to', 'en'];
const translate = (args: string[], input?: string | Buffer) =>
  start([...deEn, ...args], { env, cwd: folder, ...(input === undefined ? {} : { input }) }).ended;

function history(): Promise<TranslationList> {
  const cookies = JSON.parse(readFileSync(join(stateFolder, 'cookies.json'), 'utf8'));
  const headers = { cookie: cookies[`${api.url}/`] };
  return fetch(`${api.url}/api/translations`, { headers }).then((response) =>
    response.json(),
  ) as Promise<TranslationList>;
}

describe('standard input', () => {
  test('comes out translated, with its layout, and leaves nothing behind', async () => {
    const { code, stdout, stderr } = await translate([], '\n  Guten Morgen!\r\n\r\n\tDas ist ein Haus.  \n');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\n {2}Good morning.*\r\n\r\n\t.*house.* {2}\n$/);
    expect((await history()).translations).toEqual([]);
    expect(readdirSync(stateFolder)).toEqual(['cookies.json']);
    expect(statSync(join(stateFolder, 'cookies.json')).mode & 0o777).toBe(0o600);
    expect(statSync(stateFolder).mode & 0o777).toBe(0o700);
  });

  test('stays in the history if wanted, under one owner for all runs', async () => {
    await translate(['--keep'], 'Das bleibt.');
    await translate(['--keep'], 'Das auch.');
    expect((await history()).translations.map(({ excerpt }) => excerpt)).toEqual([
      'Das auch.',
      'Das bleibt.',
    ]);
  });

  test('may be of any length', async () => {
    const text = sentences(700, 'Anna');
    const { code, stdout } = await translate([], text);
    expect(code).toBe(0);
    expect(stdout.split('\n\n')).toHaveLength(text.split('\n\n').length);
    expect(readdirSync(stateFolder)).toEqual(['cookies.json']);
  });

  test('that nobody reads to its end stops without a word lost', async () => {
    const shell = `cat long.txt | ${process.execPath} ${join(import.meta.dirname, '../src/main.ts')} ${deEn.join(' ')} | head -n 2`;
    writeFileSync(join(folder, 'long.txt'), sentences(700, 'Berta'));
    const output = execFileSync('sh', ['-c', shell], {
      env: { ...process.env, ...env },
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(output.toString().split('\n')).toHaveLength(3);
    expect((await start(['--discard'], { env }).ended).stderr).toMatch(/^[01] removed\.\n$/);
  });
});

describe('files', () => {
  const texts = join(folder, 'texts');
  const names = ['a.txt', 'b.txt', 'c.txt'];
  beforeAll(() => {
    mkdirSync(texts);
    for (const name of names) writeFileSync(join(texts, name), `Das ist die Datei ${name}.\n`);
  });

  test('get their translation beside them, a pattern names several, and no translation is translated again', async () => {
    expect(await translate(['texts/*.txt'])).toMatchObject({ code: 0, stdout: '' });
    const all = [...names, 'a.en.txt', 'b.en.txt', 'c.en.txt'].sort();
    expect(readdirSync(texts)).toEqual(all);
    expect(readFileSync(join(texts, 'b.en.txt'), 'utf8')).toMatch(/file.*\n$/);
    const again = await translate(['texts/*.txt']);
    expect(again).toMatchObject({ code: 5, stderr: expect.stringContaining('a.en.txt is there already') });
    expect(await translate(['--overwrite', 'texts/*.txt'])).toMatchObject({ code: 0 });
    expect(readdirSync(texts)).toEqual(all);
  });

  test('go to a folder, to a file, or to standard output', async () => {
    expect(await translate(['-o', 'out/', 'texts/a.txt', 'texts/b.txt'])).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'out'))).toEqual(['a.txt', 'b.txt']);
    expect(await translate(['-o', 'one.txt', 'texts/a.txt'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'one.txt'), 'utf8')).toBe(
      readFileSync(join(folder, 'out/a.txt'), 'utf8'),
    );
    const { stdout } = await translate(['-o', '-', 'texts/a.txt', 'texts/b.txt']);
    expect(stdout).toBe(
      readFileSync(join(folder, 'out/a.txt'), 'utf8') + readFileSync(join(folder, 'out/b.txt'), 'utf8'),
    );
  });

  test('one that the server refuses does not hold up the others', async () => {
    writeFileSync(join(texts, 'latin.txt'), Buffer.from([0xdf, 0xe4, 0xfc]));
    const { code, stderr } = await translate(['-o', 'mixed/', 'texts/latin.txt', 'texts/a.txt']);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: expect.stringContaining('latin.txt: The text is not valid UTF-8'),
    });
    expect(readdirSync(join(folder, 'mixed'))).toEqual(['a.txt']);
  });
});

describe('exit codes', () => {
  test.each([
    [['--to', ''], 2, '--to says'],
    [['--to', 'en', '--unknown'], 2, "Unknown option '--unknown'"],
    [['--to', 'en', '--server', 'ftp://nowhere'], 2, 'http://'],
    [['--to', 'en', '--jobs', 'many'], 2, '--jobs must be a number'],
    [['--to', 'en', '--keep', '--private'], 2, 'contradict'],
    [['--to', 'en', 'missing.txt'], 5, 'There is no file missing.txt'],
    [['--from', 'xx', '--to', 'en'], 4, 'No loaded model translates this pair'],
    [['--from', 'de', '--to', 'en', '--key', 'wrong'], 4, 'There is no such API key'],
  ])('%j: %i', async (args, code, message) => {
    const ended = await start(args, { env, cwd: folder, input: 'Ein Satz.' }).ended;
    expect(ended).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) });
    expect(ended.stderr).not.toMatch(/^ {4}at /m);
  });

  test('a server that is not there', async () => {
    const server = `http://127.0.0.1:${await freePort()}`;
    const { code, stderr } = await translate(['--server', server, '--patience', '2'], 'Ein Satz.');
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringContaining(`No answer from ${server}`),
    });
  });

  test('a place that cannot be written', async () => {
    const ended = await translate(['-o', 'texts/a.txt/inside/', 'texts/b.txt']);
    expect(ended).toMatchObject({ code: 5, stderr: expect.stringContaining('cannot be written') });
  });

  test('help and version ask no server', async () => {
    const help = await start(['--help'], { env }).ended;
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect((await start(['--version'], { env }).ended).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('documents and glossaries', () => {
  test('a document comes back beside it as one, a PDF as a text', async () => {
    writeFileSync(join(folder, 'brief.docx'), await docx());
    writeFileSync(join(folder, 'blatt.pdf'), pdf());
    writeFileSync(join(folder, 'words.tsv'), 'Tisch\tdesk\n');
    const { code, stderr } = await translate(['--glossary', 'words.tsv', 'brief.docx', 'blatt.pdf']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const parts = await partsOf(readFileSync(join(folder, 'brief.en.docx')));
    expect(parts.get('word/document.xml')).toMatch(/Good morning.*desk/s);
    expect(readFileSync(join(folder, 'blatt.en.txt'), 'utf8')).toMatch(/^Good morning.*desk.*Good night/s);
  });

  test('a document that is none is refused, and nothing is left', async () => {
    writeFileSync(join(folder, 'falsch.odt'), 'Guten Morgen!');
    const { code, stderr } = await translate(['falsch.odt']);
    expect({ code, stderr }).toEqual({
      code: 4,
      stderr: 'unlimited-translation: The document is of another type than was said. It is no odt.\n',
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('falsch'))).toEqual(['falsch.odt']);
  });
});
