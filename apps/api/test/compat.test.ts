import type { CompatLanguageList, CompatTranslation } from '@unlimited/contract';
import { createDatabase } from '@unlimited/db';
import { libreTranslate } from 'libretranslate-ts';
import { Translate } from 'translate';
import { beforeAll, describe, expect, test } from 'vitest';
import { germanText } from './support/german-text.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ COMPAT_TIMEOUT_MS: '120000' });

const source = 'Der Hund schläft unter dem Tisch.';
/** What our own API makes of it: the same flow, so the same words. */
let expected: string;

beforeAll(async () => {
  expected = await native(source);
});

async function native(text: string): Promise<string> {
  const query = 'sourceLang=de&targetLang=en&keep=false';
  const response = await api.visitor().upload(text, query, { accept: 'text/plain' });
  return response.text();
}

async function post(
  path: string,
  init: RequestInit,
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(`${api.url}${path}`, { method: 'POST', ...init });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

function json(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

describe('public clients, unchanged', () => {
  beforeAll(() => libreTranslate.setApiEndpoint(api.url));

  test('libretranslate-ts lists languages', async () => {
    expect(await libreTranslate.listLanguages()).toEqual([
      { code: 'de', name: 'German', targets: ['de', 'en'] },
      { code: 'en', name: 'English', targets: ['de', 'en'] },
    ]);
  });

  test('libretranslate-ts translates', async () => {
    const answer = await libreTranslate.translate(source, 'de', 'en');
    expect(answer).toEqual({ status: 200, translatedText: expected });
  });

  test('libretranslate-ts shows what is wrong', async () => {
    expect(await libreTranslate.translate(source, 'de', 'zz')).toMatchObject({
      error: 'zz is not supported',
    });
    expect(await libreTranslate.translate('', 'de', 'en')).toMatchObject({
      error: 'Invalid request: missing q parameter',
    });
  });

  test('translate translates, and throws what is wrong', async () => {
    // Its declarations leave out the address of a server of one's own.
    const options = { engine: 'libre', url: `${api.url}/translate`, from: 'de' } as const;
    const own = (to: string) => Translate(options)(source, to);
    expect(await own('en')).toBe(expected);
    await expect(own('fr')).rejects.toThrow('fr is not supported');
  });
});

describe('every form of input', () => {
  const request = { q: source, source: 'de', target: 'en' };
  const query = new URLSearchParams(request);

  test.each<[string, string, RequestInit]>([
    ['JSON', '', json({ ...request, api_key: null, format: null, secret: 'x', nothing: 1 })],
    ['JSON of another name', '', { ...json(request), headers: { 'content-type': 'application/vnd.x+json' } }],
    ['a form', '', { body: query }],
    ['a form with a file', '', { body: asForm(request) }],
    ['the query', `?${query}`, {}],
    ['the query beside a body that says nothing', `?${query}`, { body: 'whatever' }],
    [
      'part in the query, part in a form',
      '?source=de&target=en',
      { body: new URLSearchParams({ q: source }) },
    ],
    ['codes in other letters', '', json({ ...request, source: 'DE', target: 'En' })],
  ])('%s', async (_name, path, init) => {
    const { status, body } = await post(`/translate${path}`, init);
    expect({ status, body }).toEqual({ status: 200, body: { translatedText: expected } });
  });

  test('line breaks of a form become LF, and the last one is lost', async () => {
    const { body } = await post('/translate', {
      body: new URLSearchParams({ ...request, q: `${source}\r\n${source}\r\n` }),
    });
    expect(body).toEqual({ translatedText: `${expected}\n${expected}` });
  });

  test('line breaks in JSON stay as they are', async () => {
    const { body } = await post('/translate', json({ ...request, q: `\n\n${source}\r\n` }));
    expect(body).toEqual({ translatedText: `\n\n${expected}\r\n` });
  });

  test('GET /languages with a body', async () => {
    const { port, hostname } = new URL(api.url);
    const { request: send } = await import('node:http');
    const body = 'api_key=none';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
    const status = await new Promise((resolve, reject) => {
      send({ hostname, port, path: '/languages', method: 'GET', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(body);
    });
    expect(status).toBe(200);
  });
});

function asForm(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

test('a line is translated as it stands, and there are as many as there were', async () => {
  const q = 'Der Hund schläft\nunter dem Tisch\n\nund träumt.';
  const { translatedText } = (await post('/translate', json({ q, source: 'de', target: 'en' })))
    .body as CompatTranslation;
  expect(
    String(translatedText)
      .split('\n')
      .map((line) => line === ''),
  ).toEqual([false, false, true, false]);
});

describe('HTML', () => {
  const html = (q: unknown, source = 'de') =>
    post('/translate', json({ q, source, target: 'en', format: 'html' }));

  test('keeps its markup', async () => {
    const q = `<div class="a"><p>${source}</p><pre>Der Hund</pre><!-- Hund --></div>`;
    const { body } = await html(q);
    expect(body).toEqual({ translatedText: q.replace(source, expected) });
  });

  test('without a word comes back as it is', async () => {
    expect((await html(['<br>', '<p> </p>', ''])).body).toEqual({ translatedText: ['<br>', '<p> </p>', ''] });
  });

  test('is read for its language without its markup', async () => {
    const { body } = await html(`<p lang="x"><strong>${source}</strong></p>`, 'auto');
    expect(body).toMatchObject({ detectedLanguage: { language: 'de' } });
  });

  test('does not become live', async () => {
    const { translatedText } = (await html('<p>Das &lt;script&gt; hier &amp; dort.</p>'))
      .body as CompatTranslation;
    expect(translatedText).not.toContain('<script');
  });
});

describe('lists', () => {
  test('come back as lists, each text in its place', async () => {
    const q = [source, 'Wann kommt der Zug?', '', ' \n', '🙂', `${source}\n\nWann kommt der Zug?`];
    const second = await native('Wann kommt der Zug?');
    const { body } = await post('/translate', json({ q, source: 'de', target: 'en' }));
    const translatedText = [expected, second, '', ' \n', '🙂', `${expected}\n\n${second}`];
    expect(body).toEqual({ translatedText });
  });

  test('of more texts than fit into a block', async () => {
    const q = Array.from({ length: 150 }, (_, i) => (i % 3 === 0 ? source : `Das ist die Nummer ${i}.`));
    const { body } = await post('/translate', json({ q, source: 'de', target: 'en' }));
    const { translatedText } = body as { translatedText: string[] };
    expect(translatedText).toHaveLength(150);
    expect(translatedText.filter((_, i) => i % 3 === 0)).toEqual(Array(50).fill(expected));
    expect(translatedText.filter((text, i) => i % 3 !== 0 && !text.includes(String(i)))).toEqual([]);
  });
});

describe('source: auto', () => {
  const detected = { language: 'de', confidence: expect.closeTo(50, -2) };
  const auto = (q: unknown) => post('/translate', json({ q, source: 'auto', target: 'en' }));

  test('says what was detected', async () => {
    const { body } = await auto(source);
    expect(body).toEqual({ translatedText: expected, detectedLanguage: detected });
  });

  test('says it for each text of a list', async () => {
    const { body } = await auto([source, source]);
    const both = { translatedText: [expected, expected], detectedLanguage: [detected, detected] };
    expect(body).toEqual(both);
  });

  test('leaves alone what is in the target language', async () => {
    const q = 'The dog sleeps under the table and dreams of the sea.';
    expect((await auto(q)).body).toMatchObject({ translatedText: q, detectedLanguage: { language: 'en' } });
  });

  test('leaves alone what holds no word', async () => {
    const detectedLanguage = { language: 'en', confidence: 0 };
    expect((await auto('🙂 ')).body).toEqual({ translatedText: '🙂 ', detectedLanguage });
  });

  test('translates a word too short to tell', async () => {
    const { body } = await auto('Ja');
    expect(body).toEqual({
      translatedText: await native('Ja'),
      detectedLanguage: { language: 'de', confidence: 0 },
    });
  });

  test('POST /detect', async () => {
    expect((await post('/detect', json({ q: source, api_key: null, format: 'text' }))).body).toEqual([
      detected,
    ]);
    expect((await post('/detect', { body: new URLSearchParams({ q: source }) })).body).toEqual([detected]);
    expect((await post('/detect', json({ q: '🙂' }))).body).toEqual([{ language: 'en', confidence: 0 }]);
  });

  test('libretranslate-ts detects', async () => {
    expect(await libreTranslate.detect(source)).toMatchObject({ status: 200, language: 'de' });
  });
});

describe('alternatives', () => {
  const ask = (extra: object) =>
    post('/translate', json({ q: source, source: 'de', target: 'en', ...extra }));

  /** What a reader of our own page is offered. */
  let offered: string[];
  beforeAll(async () => {
    const visitor = api.visitor();
    const uploaded = await visitor.upload(source, 'sourceLang=de&targetLang=en&keep=false');
    const { id } = (await uploaded.json()) as { id: string };
    await visitor.targetText(id);
    const path = `/api/translations/${id}/segments/0/alternatives?limit=2`;
    offered = (await visitor.json<{ alternatives: string[] }>(path)).alternatives;
    await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE' });
  });

  test('of one text are a list of texts, none of them the first choice', async () => {
    const { body } = await ask({ alternatives: 2 });
    expect(body).toEqual({ translatedText: expected, alternatives: offered });
    expect(offered).not.toContain(expected);
  });

  test('of a list are a list of lists', async () => {
    const { alternatives } = (await ask({ q: [source, '🙂'], alternatives: '2' })).body as CompatTranslation;
    expect(alternatives).toEqual([offered, []]);
  });

  test('are none of HTML, and not there unless they are asked for', async () => {
    expect((await ask({ format: 'html', alternatives: 2 })).body).toEqual({
      translatedText: expected,
      alternatives: [],
    });
    expect((await ask({ alternatives: 0 })).body).toEqual({ translatedText: expected });
  });

  test('libretranslate-ts asks for them', async () => {
    const answer = await libreTranslate.translate(source, 'de', 'en', 2);
    expect(answer).toEqual({ status: 200, translatedText: expected, alternatives: offered });
  });
});

test('what holds no word, and what is there already, comes back unchanged', async () => {
  const unchanged = async (body: object) => (await post('/translate', json(body))).body;
  expect(await unchanged({ q: ' 🙂\n', source: 'de', target: 'en' })).toEqual({ translatedText: ' 🙂\n' });
  expect(await unchanged({ q: 'Good day', source: 'en', target: 'en' })).toEqual({
    translatedText: 'Good day',
  });
});

test('nothing of a request stays', async () => {
  const text = 'Davon soll nichts bleiben.';
  await post('/translate', json({ q: text, source: 'de', target: 'en' }));
  const db = createDatabase({ url: api.databaseUrl, poolSize: 2 });
  try {
    for (const table of ['segment', 'block', 'translation', 'memory'] as const) {
      const rows = async () => (await db.selectFrom(table).selectAll().limit(1).execute()).length;
      await expect.poll(rows, { timeout: 30_000 }).toBe(0);
    }
  } finally {
    await db.destroy();
  }
  expect(api.log()).not.toContain('Davon');
});

test('a client that hangs up stops the work', async () => {
  const leave = new AbortController();
  const q = germanText(400_000);
  const request = post('/translate', { ...json({ q, source: 'de', target: 'en' }), signal: leave.signal });
  const db = createDatabase({ url: api.databaseUrl, poolSize: 2 });
  try {
    const open = async () =>
      (await db.selectFrom('translation').selectAll().where('deleted_at', 'is', null).execute()).length;
    await expect.poll(open, { timeout: 60_000 }).toBe(1);
    leave.abort();
    await expect(request).rejects.toThrow();
    await expect.poll(open, { timeout: 60_000 }).toBe(0);
    const blocks = async () => (await db.selectFrom('block').selectAll().limit(1).execute()).length;
    await expect.poll(blocks, { timeout: 60_000 }).toBe(0);
  } finally {
    await db.destroy();
  }
});

test('any site may ask, without credentials', async () => {
  const origin = { origin: 'https://example.org' };
  const preflight = await fetch(`${api.url}/translate`, {
    method: 'OPTIONS',
    headers: { ...origin, 'access-control-request-method': 'POST' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('content-type');
  const answer = await fetch(`${api.url}/languages`, { headers: origin });
  for (const { headers } of [preflight, answer]) {
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('set-cookie')).toBeNull();
  }
  // The history is nobody else's.
  const own = await fetch(`${api.url}/api/translations`, { headers: origin });
  expect(own.headers.get('access-control-allow-origin')).toBeNull();
});

test('settings, health, documents', async () => {
  const read = async (path: string) => (await fetch(`${api.url}${path}`)).json();
  expect(await read('/health')).toEqual({ status: 'ok' });
  expect(await read('/frontend/settings')).toMatchObject({
    charLimit: -1,
    frontendTimeout: 500,
    suggestions: false,
    filesTranslation: true,
    language: { source: { code: 'auto' }, target: { code: 'en', name: 'English' } },
  });
  expect(await read('/spec')).toEqual(await read('/api/openapi.json'));
  expect((await fetch(`${api.url}/docs`)).url).toBe(`${api.url}/api/docs`);
});

test('Mastodon: a list as HTML, and the targets that it looks up first', async () => {
  const languages = (await (await fetch(`${api.url}/languages`)).json()) as CompatLanguageList;
  expect(languages.find(({ code }) => code === 'de')?.targets).toContain('en');
  const body = {
    q: ['<p>Der Hund schläft unter dem Tisch.</p>'],
    source: 'de',
    target: 'en',
    format: 'html',
  };
  const { translatedText } = (await post('/translate', json(body))).body as CompatTranslation;
  expect(translatedText).toEqual([`<p>${expected}</p>`]);
});

describe('files', () => {
  async function translateFile(file: Blob, name: string): Promise<{ status: number; body: unknown }> {
    const form = asForm({ source: 'de', target: 'en' });
    form.set('file', file, name);
    return post('/translate_file', { body: form });
  }

  test('a file comes back translated, as often as it is read', async () => {
    const { status, body } = await translateFile(new Blob([`${source}\n\n${source}\n`]), 'Brief an Oma.txt');
    expect(status).toBe(200);
    const { translatedFileUrl } = body as { translatedFileUrl: string };
    expect(translatedFileUrl.startsWith(`${api.url}/download_file/`)).toBe(true);
    for (let reader = 0; reader < 2; reader++) {
      const download = await fetch(translatedFileUrl);
      expect(await download.text()).toBe(`${expected}\n\n${expected}\n`);
      expect(download.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+_en\.txt"$/);
    }
    expect(api.log()).not.toContain('Oma');
    const { searchParams } = new URL(translatedFileUrl);
    expect(api.log()).not.toContain(searchParams.get('key'));
    const other = await fetch(translatedFileUrl.replace(/key=.*/, 'key=other'));
    expect({ status: other.status, body: await other.json() }).toEqual({
      status: 404,
      body: { error: 'There is no such translation' },
    });
  });

  test('a file that is no text is refused', async () => {
    const { status } = await translateFile(new Blob([new Uint8Array([0xff, 0xfe, 0x00])]), 'brief.txt');
    expect(status).toBe(400);
  });
});
