import { createApiKey, createDatabase } from '@unlimited/db';
import { describe, expect, test } from 'vitest';
import { type ApiUnderTest, runningApi } from './support/running-api.ts';

const request = { q: 'Hallo', source: 'de', target: 'en' };

async function translate(url: string, extra: object = {}, headers = {}) {
  const response = await fetch(`${url}/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ ...request, ...extra }),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

async function makeKey(
  { databaseUrl }: ApiUnderTest,
  requestsPerMinute: number | null = null,
): Promise<string> {
  const db = createDatabase({ url: databaseUrl, poolSize: 2 });
  const limits = { requestsPerMinute, charactersPerHour: null, storedCharacters: null };
  const { key } = await createApiKey(db, { name: 'a client', ...limits });
  await db.destroy();
  return key;
}

describe('where a key is required', () => {
  const api = runningApi({ REQUIRE_API_KEY: 'true' });

  test('none is 400', async () => {
    const error = 'Please contact the server operator to get an API key';
    expect(await translate(api.url)).toMatchObject({ status: 400, body: { error } });
    expect(await translate(api.url, { api_key: null })).toMatchObject({ status: 400, body: { error } });
    expect(await translate(api.url, { api_key: '' })).toMatchObject({ status: 400, body: { error } });
  });

  test('a wrong one is 403', async () => {
    const answer = { status: 403, body: { error: 'Invalid API key' } };
    expect(await translate(api.url, { api_key: 'wrong' })).toMatchObject(answer);
    expect(await translate(api.url, {}, { authorization: 'Bearer wrong' })).toMatchObject(answer);
  });

  test('a right one is taken from the body, a form, the query and the header', async () => {
    const key = await makeKey(api);
    expect(await translate(api.url, { api_key: key })).toMatchObject({ status: 200 });
    expect(await translate(api.url, {}, { authorization: `Bearer ${key}` })).toMatchObject({ status: 200 });
    const values = new URLSearchParams({ ...request, api_key: key });
    for (const [path, body] of [
      ['/translate', values],
      [`/translate?${values}`, null],
    ] as const) {
      expect((await fetch(`${api.url}${path}`, { method: 'POST', body })).status).toBe(200);
    }
    expect(api.log()).not.toContain(key);
  });

  test('what a client looks up first needs none', async () => {
    for (const path of ['/languages', '/frontend/settings', '/health', '/spec', '/api/docs']) {
      expect((await fetch(`${api.url}${path}`)).status, path).toBe(200);
    }
    const settings = await (await fetch(`${api.url}/frontend/settings`)).json();
    expect(settings).toMatchObject({ apiKeys: true, keyRequired: true });
    expect((await fetch(`${api.url}/translate`, { method: 'OPTIONS' })).status).toBe(204);
  });
});

describe('where keys are to be had, and clients are counted', () => {
  const api = runningApi({
    REQUIRE_API_KEY: 'true',
    API_KEY_URL: 'https://example.org/keys',
    REQUESTS_PER_MINUTE: '1000',
  });

  test('it is said where', async () => {
    const error = 'Visit https://example.org/keys to get an API key';
    expect(await translate(api.url)).toMatchObject({ status: 400, body: { error } });
  });

  test('too many requests are 429, and when to come back is said', async () => {
    const api_key = await makeKey(api, 2);
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push(await translate(api.url, { api_key }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]?.body).toEqual({ error: 'Slowdown: 2 per 1 minute' });
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
