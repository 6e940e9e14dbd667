import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Translation, TranslationList } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { germanText } from './support/german-text.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({
  TRUSTED_PROXIES: '1',
  CHARACTERS_PER_HOUR: '5000',
  REQUESTS_PER_MINUTE: '30',
  MAX_STREAMS_PER_ADDRESS: '1',
});

const main = join(import.meta.dirname, '../src/keys.ts');
async function keys(...args: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: api.databaseUrl };
  return (await promisify(execFile)(process.execPath, [main, ...args], { env })).stdout.trim();
}

let lastAddress = 1;
/** An address that nobody has used yet, as the proxy in front would say it. */
const newAddress = () => ({ 'x-forwarded-for': `198.51.100.${lastAddress++}` });

function upload(text: string, headers: Record<string, string>) {
  return api.visitor().upload(text, undefined, headers);
}

async function refusal(response: Response) {
  const { code, detail } = (await response.json()) as { code: string; detail: string };
  return { status: response.status, code, detail, retryAfter: Number(response.headers.get('retry-after')) };
}

test('a key acts as an owner of its own, wherever it is sent from, until it is revoked', async () => {
  const [ann, bob] = [await keys('create', '--name', 'Ann'), await keys('create', '--name', 'Bob')];
  expect(ann).toMatch(/^ut_[\w-]{43}$/);
  const created = await upload('Der Schlüssel passt.', { authorization: `Bearer ${ann}` });
  expect(created.status).toBe(201);
  expect(created.headers.get('set-cookie')).toBeNull();
  const { id } = (await created.json()) as Translation;

  const list = async (headers: Record<string, string>) =>
    (await api.visitor().json<TranslationList>('/api/translations', { headers })).translations.map(
      (translation) => translation.id,
    );
  expect(await list({ 'x-api-key': ann })).toEqual([id]);
  expect(await list({ 'x-api-key': bob })).toEqual([]);
  expect(await list({})).toEqual([]);

  const rows = (await keys('list')).split('\n').map((row) => row.split('\t'));
  expect(rows.map((row) => row.at(-1))).toEqual(['Ann', 'Bob']);
  expect(await keys('list')).not.toContain(ann.slice(3, 12));
  await keys('revoke', rows[0]?.[0] ?? '');
  await expect
    .poll(async () => (await upload('Noch einmal.', { 'x-api-key': ann })).status, {
      timeout: 60_000,
      interval: 1000,
    })
    .toBe(401);
  await expect(keys('revoke', rows[0]?.[0] ?? '')).rejects.toThrow(/no valid key/);
  expect(await list({ 'x-api-key': bob })).toEqual([]);
  expect(api.log()).not.toContain(ann);
});

test.each(['ut_wrong', `ut_${'A'.repeat(43)}`, 'Ärger'])('a key that is none is refused: %s', async (key) => {
  const headers = { ...newAddress(), authorization: `Bearer ${encodeURIComponent(key)}` };
  const response = await upload('Nein.', headers);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await refusal(response)).toMatchObject({ status: 401, code: 'api_key_invalid' });
});

test('the quotas of a key are its own', async () => {
  const hourly = { 'x-api-key': await keys('create', '--name', 'hourly', '--characters-per-hour', '3000') };
  const headers = { 'x-api-key': await keys('create', '--name', 'small', '--stored-characters', '900') };
  expect(await refusal(await upload(germanText(1000), headers))).toMatchObject({ code: 'quota_exceeded' });
  const text = germanText(800);
  const { id } = (await (await upload(text, headers)).json()) as Translation;
  await api.visitor().fetch(`/api/translations/${id}`, { method: 'DELETE', headers });
  expect((await upload(text, headers)).status).toBe(201);
  expect((await upload(germanText(2000), hourly)).status).toBe(201);
  expect(await refusal(await upload(germanText(2000), hourly))).toMatchObject({
    status: 429,
    code: 'too_many_requests',
    detail: 'At most 3000 characters an hour for this API key.',
  });
});

test('characters are counted by address, and of IPv6 by /64', async () => {
  const [one, other] = [newAddress(), newAddress()];
  expect((await upload(germanText(4000), one)).status).toBe(201);
  const refused = await refusal(await upload(germanText(4000, 2), one));
  expect(refused).toMatchObject({
    status: 429,
    code: 'too_many_requests',
    detail: 'At most 5000 characters an hour for one address.',
  });
  expect(refused.retryAfter).toBeGreaterThan(60);
  expect(refused.retryAfter).toBeLessThanOrEqual(3600);
  expect((await upload(germanText(4000), other)).status).toBe(201);

  const inNet = (host: string) => ({ 'x-forwarded-for': `2001:db8:1:2:${host}` });
  expect((await upload(germanText(4000), inNet('3:4:5:6'))).status).toBe(201);
  expect((await upload(germanText(4000), inNet('ffff::1'))).status).toBe(429);
  expect((await upload(germanText(4000), { 'x-forwarded-for': '2001:db8:1:3::1' })).status).toBe(201);
});

test('what a client writes before the trusted hop changes nothing', async () => {
  const address = newAddress()['x-forwarded-for'];
  expect((await upload(germanText(4000), { 'x-forwarded-for': `192.0.2.1, ${address}` })).status).toBe(201);
  expect((await upload(germanText(4000), { 'x-forwarded-for': `192.0.2.2, ${address}` })).status).toBe(429);
});

test('a text that turns out too long while it comes is refused with an answer, and leaves nothing', async () => {
  const headers = newAddress();
  const text = germanText(2_000_000);
  async function* body() {
    for (let at = 0; at < text.length; at += 20_000) yield Buffer.from(text.slice(at, at + 20_000));
  }
  const visitor = api.visitor();
  const response = await visitor.upload(ReadableStream.from(body()), undefined, headers);
  expect(await refusal(response)).toMatchObject({ status: 429, code: 'too_many_requests' });
  expect(await visitor.json('/api/translations')).toMatchObject({ translations: [] });
  const json = await api.visitor().fetch('/api/translations', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...newAddress() },
    body: JSON.stringify({ sourceText: germanText(6000), sourceLang: 'de', targetLang: 'en' }),
  });
  expect(await refusal(json)).toMatchObject({ status: 429, code: 'too_many_requests' });
});

test('requests are counted by address, health checks are not', async () => {
  const headers = newAddress();
  // At once, so that what drains meanwhile is not enough for all, however slow the machine.
  const answers = await Promise.all(
    Array.from({ length: 120 }, () => fetch(`${api.url}/api/languages`, { headers })),
  );
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(30);
  const refused = answers.find(({ status }) => status !== 200) as Response;
  expect(await refusal(refused)).toMatchObject({
    status: 429,
    code: 'too_many_requests',
    detail: 'At most 30 requests a minute for one address.',
  });
  expect((await fetch(`${api.url}/livez`, { headers })).status).toBe(200);
});

test('streams are counted by address too, whatever the cookie', async () => {
  const headers = newAddress();
  const follow = async (text: string) => {
    const visitor = api.visitor();
    const { id } = (await (await visitor.upload(text, undefined, headers)).json()) as Translation;
    return visitor.fetch(`/api/translations/${id}/events`, { headers });
  };
  const open = await follow(germanText(4000, 7));
  expect(await refusal(await follow('Noch einer.'))).toMatchObject({
    status: 429,
    detail: 'At most 1 streams at once for one address.',
  });
  await open.body?.cancel();
});
