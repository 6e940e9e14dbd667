import { connect } from 'node:net';
import { createDatabase } from '@unlimited/db';
import { afterEach, expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ MAX_JSON_BYTES: '100000' });

afterEach(async () => {
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
});

/** Nothing of a refused text stays behind, under whatever status. */
async function expectNothingStored() {
  const db = createDatabase({ url: api.databaseUrl, poolSize: 2 });
  const rows = async (table: 'translation' | 'block' | 'segment') =>
    (await db.selectFrom(table).selectAll().limit(1).execute()).length;
  try {
    for (const table of ['segment', 'block', 'translation'] as const) {
      await expect.poll(() => rows(table), { timeout: 10_000 }).toBe(0);
    }
  } finally {
    await db.destroy();
  }
}

const json = { 'content-type': 'application/json' };
const text = { 'content-type': 'text/plain' };
const pair = 'sourceLang=de&targetLang=en';

test.each([
  ['an empty text', 'text_empty', { headers: text, body: '' }],
  ['nothing but blank space', 'text_empty', { headers: text, body: ' \n\t\u00a0\u2028\n' }],
  ['no body', 'text_empty', {}],
  [
    'bytes that are not UTF-8',
    'text_not_utf8',
    { headers: text, body: Buffer.from([0x48, 0xff, 0xfe, 0x00]) },
  ],
  [
    'a character that is cut off',
    'text_not_utf8',
    { headers: text, body: Buffer.from('Grüße').subarray(0, 3) },
  ],
  ['a picture', 'text_not_utf8', { headers: text, body: Buffer.from('89504e470d0a1a0a', 'hex') }],
  ['another media type', 'unsupported_media_type', { headers: { 'content-type': 'image/png' }, body: 'x' }],
  [
    'another character set',
    'unsupported_media_type',
    { headers: { 'content-type': 'text/plain; charset=latin1' }, body: 'x' },
  ],
  ['broken JSON', 'malformed_json', { headers: json, body: '{"sourceText":' }],
  ['no JSON at all', 'malformed_json', { headers: json, body: '' }],
  ['JSON that is not UTF-8', 'text_not_utf8', { headers: json, body: Buffer.from([0x22, 0xff, 0x22]) }],
  ['a JSON array', 'invalid_request', { headers: json, body: '[]' }],
  [
    'a text that is a number',
    'invalid_request',
    { headers: json, body: '{"sourceText":1,"sourceLang":"de","targetLang":"en"}' },
  ],
  [
    'no target language',
    'invalid_request',
    { headers: json, body: '{"sourceText":"Hallo","sourceLang":"de"}' },
  ],
  [
    'an unknown member',
    'invalid_request',
    { headers: json, body: '{"sourceText":"Ja","sourceLang":"de","targetLang":"en","x":1}' },
  ],
  [
    'JSON beyond its limit',
    'body_too_large',
    { headers: json, body: JSON.stringify({ sourceText: 'a'.repeat(100_001) }) },
  ],
] as const)('%s', async (_name, code, init) => {
  const visitor = api.visitor();
  const path = `/api/translations?${'headers' in init && init.headers === json ? '' : pair}`;
  const response = await visitor.fetch(path, { method: 'POST', ...init } as RequestInit);
  const problem = await visitor.problem(response);
  expect(problem).toMatchObject({ code, type: `urn:problem:unlimited-translation:${code}` });
  await expectNothingStored();
});

test('a long text whose last byte is wrong is refused whole', async () => {
  const visitor = api.visitor();
  const body = Buffer.concat([Buffer.from('Das ist ein Satz. '.repeat(20_000)), Buffer.from([0xff])]);
  expect(await visitor.problem(visitor.upload(body))).toMatchObject({ code: 'text_not_utf8' });
  await expectNothingStored();
});

test('unknown language pairs name what there is', async () => {
  const visitor = api.visitor();
  const problem = await visitor.problem(visitor.upload('Bonjour', 'sourceLang=fr&targetLang=en'));
  expect(problem).toMatchObject({ code: 'language_pair_unavailable', detail: 'Available: de→en, en→de.' });
  expect(await visitor.problem(visitor.upload('x', 'sourceLang=%3Cscript%3E&targetLang=en'))).toMatchObject({
    code: 'invalid_request',
  });
  await expectNothingStored();
});

test('unknown ids, ids that are none, unknown routes', async () => {
  const visitor = api.visitor();
  const unknown = '0193a6b8-0000-7000-8000-000000000000';
  expect(await visitor.problem(visitor.fetch(`/api/translations/${unknown}`))).toMatchObject({
    code: 'translation_not_found',
  });
  expect(await visitor.problem(visitor.fetch("/api/translations/1'--"))).toMatchObject({
    code: 'invalid_request',
  });
  expect(await visitor.problem(visitor.fetch('/api/nothing'))).toMatchObject({ code: 'not_found' });
  expect(await visitor.problem(visitor.fetch('/api/translations?limit=0'))).toMatchObject({
    code: 'invalid_request',
  });
  expect(await visitor.problem(visitor.fetch(`/api/translations/${unknown}/segments?from=-1`))).toMatchObject(
    {
      code: 'invalid_request',
    },
  );
});

test('an upload that breaks off half-way leaves nothing', async () => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  const body = 'Das ist ein Satz. '.repeat(50_000);
  socket.write(`POST /api/translations?${pair} HTTP/1.1\r\nhost: x\r\ncontent-type: text/plain\r\n`);
  socket.write(`content-length: ${body.length * 2}\r\n\r\n${body}`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await expectNothingStored();
  expect(api.log()).not.toMatch(/"level":50/);
});

test('odd characters are stored and come back as they are', async () => {
  const visitor = api.visitor();
  const odd = 'Null \0 hier.\n\u202eشكرا\u202c جزيلا.\n👩‍👩‍👧‍👦 Familie.\n\ufeffAnfang.\u2028Ende.\n';
  const { id } = await visitor.translate(odd);
  await visitor.targetText(id);
  const segments = await visitor.segments(id);
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(odd);
  expect(segments.every(({ targetText }) => targetText !== null)).toBe(true);
});

test('half a surrogate pair becomes U+FFFD and is flagged', async () => {
  const visitor = api.visitor();
  const response = await visitor.post({
    sourceText: 'Gut.\nHalb \ud83d hier.',
    sourceLang: 'de',
    targetLang: 'en',
  });
  const { id } = (await response.json()) as { id: string };
  await visitor.targetText(id);
  expect(await visitor.segments(id)).toMatchObject([
    { sourceText: 'Gut.', flags: [] },
    { sourceText: 'Halb \ufffd hier.', flags: ['repaired_source'] },
  ]);
});

test('a word of twenty thousand letters and a line without an end are translated in parts', async () => {
  const visitor = api.visitor();
  const long = `${'Donaudampfschiff'.repeat(1250)}\n${'und so weiter '.repeat(500)}`;
  const { id } = await visitor.translate(long);
  await visitor.targetText(id);
  const segments = await visitor.segments(id);
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(long);
  expect(segments.filter(({ flags }) => flags.includes('untranslated'))).toEqual([]);
});
