import { connect } from 'node:net';
import type { Translation } from '@unlimited/contract';
import { describe, expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi({
  TRUSTED_PROXIES: '1',
  REQUIRE_API_KEY: 'false',
  STATUS_MESSAGE: 'Maintenance on Sunday.',
  HEADERS_TIMEOUT_MS: '500',
  MAX_HEADER_BYTES: '4096',
  MIN_UPLOAD_BYTES_PER_SECOND: '1000',
});

/** What comes back for raw bytes, until the other side closes. */
function raw(bytes: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (piece) => {
      answer += piece;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) => error.code !== 'ECONNRESET' && reject(error));
  });
}

test.each(['/api/languages', '/api/translations/nothing', '/unknown', '/livez'])(
  'headers of %s',
  async (path) => {
    const { headers } = await fetch(`${api.url}${path}`);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  },
);

test('behind TLS browsers are told to stay with it, and the cookie is bound to this host', async () => {
  const tls = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.1' };
  const response = await api.visitor().upload('Ein Keks.', undefined, tls);
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
  const cookie = response.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-owner=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  const { id } = (await response.json()) as Translation;
  const token = cookie.split(';')[0]?.split('=')[1];
  const status = async (name: string) =>
    (await fetch(`${api.url}/api/translations/${id}`, { headers: { ...tls, cookie: `${name}=${token}` } }))
      .status;
  expect(await status('__Host-owner')).toBe(200);
  // What another host of the domain could have set counts for nothing.
  expect(await status('owner')).toBe(404);
});

describe('what another site sends in the name of a cookie', () => {
  const host = () => new URL(api.url).host;
  const cases: [string, () => Record<string, string>, number][] = [
    ['no browser', () => ({}), 204],
    ['the page', () => ({ 'sec-fetch-site': 'same-origin' }), 204],
    ['the page in an old browser', () => ({ origin: `https://${host()}` }), 204],
    ['a bookmark', () => ({ 'sec-fetch-site': 'none' }), 204],
    ['another site', () => ({ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }), 403],
    ['another host of the domain', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['another site in an old browser', () => ({ origin: 'https://evil.example' }), 403],
    ['a sandboxed frame', () => ({ origin: 'null' }), 403],
  ];
  test.each(cases)('%s', async (_name, headers, status) => {
    const visitor = api.visitor();
    const { id } = await visitor.translate('Das gehört mir.');
    const response = await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE', headers: headers() });
    expect(response.status).toBe(status);
    if (status === 403) expect(await response.json()).toMatchObject({ code: 'cross_site_request' });
    expect((await visitor.fetch(`/api/translations/${id}`)).status).toBe(status === 403 ? 200 : 404);
  });
});

test('a request has one id through all tiers', async () => {
  const given = await fetch(`${api.url}/api/languages`, { headers: { 'x-request-id': 'edge-1.7:a' } });
  expect(given.headers.get('x-request-id')).toBe('edge-1.7:a');
  await expect.poll(() => api.log()).toContain('"reqId":"edge-1.7:a"');
  const text = { 'x-request-id': 'Ein ganzer Satz' };
  const made = await fetch(`${api.url}/api/languages`, { headers: text });
  expect(made.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  expect(api.log()).not.toContain('ganzer');
});

test('the operator’s message', async () => {
  expect(await (await fetch(`${api.url}/api/status`)).json()).toEqual({
    message: 'Maintenance on Sunday.',
    historyDays: 90,
  });
});

test('headers that are too long, or no HTTP at all, are answered with a problem', async () => {
  const long = await fetch(`${api.url}/api/languages?q=${'x'.repeat(5000)}`);
  expect(long.status).toBe(431);
  expect(await long.json()).toMatchObject({ code: 'headers_too_large', status: 431 });
  expect(await raw('GIVE ME\r\n\r\n')).toMatch(/^HTTP\/1.1 400 .*"code":"invalid_request"/s);
});

test('who sends headers or a body too slowly is cut off', async () => {
  expect(await raw('GET /api/languages HTTP/1.1\r\nHost: a\r\nX-Slow: ')).toMatch(
    /^HTTP\/1.1 408 .*"code":"request_timeout"/s,
  );
  const head =
    'POST /api/translations?sourceLang=de&targetLang=en HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n';
  await raw(`${head}Content-Length: 100000\r\n\r\nEin Anfang`);
  // A healthy upload next to it goes on.
  expect((await api.visitor().upload('Ein ganzer Text.')).status).toBe(201);
});
