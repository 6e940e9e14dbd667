import { docx } from '@unlimited/document/samples';
import { expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

/** Nobody translates here. */
const api = runningApi({
  BLOCKS_IN_FLIGHT: '0',
  COMPAT_TIMEOUT_MS: '1000',
  MAX_STREAMS_PER_ADDRESS: '1',
  CHARACTERS_PER_HOUR: '2000',
  REQUESTS_PER_MINUTE: '8',
});

const request = { q: 'Hallo', source: 'de', target: 'en' };

async function translate(url: string, q = request.q) {
  const response = await fetch(`${url}/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...request, q }),
  });
  const { status, headers } = response;
  return { status, body: await response.json(), retryAfter: Number(headers.get('retry-after')) };
}

test('a request ends with its time, and one beside it is told to slow down', async () => {
  const [first, second] = await Promise.all([translate(api.url), translate(api.url)]);
  const [late, busy] = first.status === 503 ? [first, second] : [second, first];
  expect(late).toEqual({
    status: 503,
    body: { error: 'The translation takes too long for one request.' },
    retryAfter: 30,
  });
  expect(busy).toEqual({
    status: 429,
    body: { error: 'Slowdown: At most 1 streams at once for one address.' },
    retryAfter: 5,
  });
});

test('a document that is not done in time can be asked for again', async () => {
  const form = new FormData();
  form.set('source', 'de');
  form.set('target', 'en');
  form.set('file', new Blob([await docx()]), 'a.docx');
  const sent = await fetch(`${api.url}/translate_file`, { method: 'POST', body: form });
  const { translatedFileUrl } = (await sent.json()) as { translatedFileUrl: string };
  const response = await fetch(translatedFileUrl);
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 503,
    body: { error: 'The translation takes too long for one request.' },
  });
  expect(response.headers.get('retry-after')).toBe('30');
});

test('characters and requests are counted, and it is said how many there may be and when to come back', async () => {
  const text = 'Das ist ein viel zu langer Satz. '.repeat(100);
  const long = await translate(api.url, text);
  expect(long).toMatchObject({ status: 429, body: { error: 'Slowdown: 2000 per 1 hour' } });
  expect(long.retryAfter).toBeGreaterThan(0);
  const more = [];
  for (let i = 0; i < 8; i += 1) more.push(await translate(api.url, text));
  expect(more.at(-1)).toMatchObject({ status: 429, body: { error: 'Slowdown: 8 per 1 minute' } });
  expect(more.at(-1)?.retryAfter).toBeGreaterThan(0);
});
