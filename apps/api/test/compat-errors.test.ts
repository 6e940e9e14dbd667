import { expect, test } from 'vitest';
import { bundledModels } from './support/bundled-models.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({
  // One model, so that there is a pair that none translates.
  MODELS: `de-en=${bundledModels.deEn}`,
  COMPAT_CHAR_LIMIT: '50',
  COMPAT_BATCH_LIMIT: '3',
  MAX_JSON_BYTES: '20000',
});

const request = { q: 'Hallo', source: 'de', target: 'en' };

function json(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function form(values: Readonly<Record<string, string>>, file?: { name: string; text: string }): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(values)) body.set(name, value);
  if (file !== undefined) body.set('file', new Blob([file.text]), file.name);
  return { body };
}

test.each<[string, string, RequestInit, number, string]>([
  ['no text', '/translate', json({ ...request, q: undefined }), 400, 'Invalid request: missing q parameter'],
  ['an empty text', '/translate', json({ ...request, q: '' }), 400, 'Invalid request: missing q parameter'],
  ['an empty list', '/translate', json({ ...request, q: [] }), 400, 'Invalid request: missing q parameter'],
  ['nothing at all', '/translate', {}, 400, 'Invalid request: missing q parameter'],
  [
    'no source',
    '/translate',
    json({ ...request, source: null }),
    400,
    'Invalid request: missing source parameter',
  ],
  [
    'no target',
    '/translate',
    json({ ...request, target: '' }),
    400,
    'Invalid request: missing target parameter',
  ],
  ['no source language', '/translate', json({ ...request, source: 'zz' }), 400, 'zz is not supported'],
  ['no target language', '/translate', json({ ...request, target: 'zz' }), 400, 'zz is not supported'],
  ['no such format', '/translate', json({ ...request, format: 'xml' }), 400, 'xml format is not supported'],
  [
    'no such pair',
    '/translate',
    json({ ...request, source: 'en', target: 'de' }),
    400,
    'German (de) is not available as a target language from English (en)',
  ],
  [
    'too long a text',
    '/translate',
    json({ ...request, q: '🙂'.repeat(51) }),
    400,
    'Invalid request: request (51) exceeds text limit (50)',
  ],
  [
    'too long a list of texts',
    '/translate',
    json({ ...request, q: ['a', 'b', 'c', 'd'] }),
    400,
    'Invalid request: request (4) exceeds text limit (3)',
  ],
  [
    'texts that are too long together',
    '/translate',
    json({ ...request, q: ['a'.repeat(30), 'b'.repeat(30)] }),
    400,
    'Invalid request: request (60) exceeds text limit (50)',
  ],
  [
    'alternatives that are no number',
    '/translate',
    json({ ...request, alternatives: 'many' }),
    400,
    'Invalid request: alternatives parameter is not a number',
  ],
  [
    'too many alternatives',
    '/translate',
    json({ ...request, alternatives: 1000 }),
    400,
    'Invalid request: alternatives parameter must be <= 8',
  ],
  ['a JSON list', '/translate', json([]), 400, 'Invalid JSON format'],
  ['broken JSON', '/translate', { ...json(0), body: '{"q":' }, 400, 'Invalid JSON format'],
  [
    'JSON that is not UTF-8',
    '/translate',
    { ...json(0), body: Buffer.from('7b22ff227d', 'hex') },
    400,
    'Invalid JSON format',
  ],
  ['a text that is a number', '/translate', json({ ...request, q: 5 }), 400, 'Invalid JSON format'],
  ['a list that holds a list', '/translate', json({ ...request, q: [['a']] }), 400, 'Invalid JSON format'],
  [
    'suggestions',
    '/suggest',
    json({ ...request, s: 'Hello' }),
    403,
    'Suggestions are disabled on this server.',
  ],
  ['no file', '/translate_file', form(request), 400, 'Invalid request: missing file parameter'],
  [
    'no source of a file',
    '/translate_file',
    form({ target: 'en' }, { name: 'a.txt', text: 'Ja.' }),
    400,
    'Invalid request: missing source parameter',
  ],
  [
    'a file without a name',
    '/translate_file',
    form(request, { name: '', text: 'Ja.' }),
    400,
    'Invalid request: empty file',
  ],
  [
    'a file of another kind',
    '/translate_file',
    form(request, { name: 'a.exe', text: 'Ja.' }),
    400,
    'Invalid request: file format not supported',
  ],
])('%s', async (_name, path, init, status, error) => {
  const response = await fetch(`${api.url}${path}`, { method: 'POST', ...init });
  expect({ status: response.status, body: await response.json() }).toEqual({ status, body: { error } });
});

test.each<[string, string, RequestInit]>([
  ['JSON', '/translate', json({ ...request, q: 'a'.repeat(30_000) })],
  ['form', '/translate', form({ ...request, q: 'a'.repeat(30_000) })],
  ['file', '/translate_file', form(request, { name: 'a.txt', text: 'a'.repeat(30_000) })],
])('a %s beyond what a body may be is 400, not 413', async (_name, path, init) => {
  const response = await fetch(`${api.url}${path}`, { method: 'POST', ...init });
  const { error } = (await response.json()) as { error: string };
  expect({ status: response.status, error }).toEqual({
    status: 400,
    error: expect.stringMatching(/^Invalid request: request \(\d+\) exceeds text limit \(20000\)$/),
  });
});

test('another method', async () => {
  const response = await fetch(`${api.url}/translate`);
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('POST');
  expect(await response.json()).toEqual({ error: 'This method is not taken here' });
});

test('another method, with a key or without', async () => {
  const response = await fetch(`${api.url}/suggest`, { method: 'PUT', headers: { 'x-api-key': 'no key' } });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 403,
    body: { error: 'Invalid API key' },
  });
});
