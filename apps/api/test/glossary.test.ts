import { connect } from 'node:net';
import type { Translation } from '@unlimited/contract';
import { describe, expect, test } from 'vitest';
import { germanText } from './support/german-text.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ ENGINE_PROCESSES: '1', MAX_JSON_BYTES: '50000' });

const glossary = [{ source: 'Bundesrat', target: 'Federal Council' }, { source: 'Grüezi' }];

test('terms are as they were asked for, in every sentence that has them', async () => {
  const visitor = api.visitor();
  const sourceText = 'Der Bundesrat hat entschieden.\nMan sagt Grüezi.\nDas ist ein Haus.\nBundesrat';
  const { id } = await visitor.translated({ sourceText, glossary });
  const [first, second, third, fourth] = await visitor.segments(id);
  for (const { targetText, flags } of [first, fourth].flatMap((segment) => segment ?? [])) {
    expect(targetText?.includes('Federal Council')).toBe(!flags.includes('glossary_missed'));
  }
  expect(fourth).toMatchObject({ targetText: 'Federal Council', flags: [] });
  expect(second?.targetText).toContain('Grüezi');
  expect(third?.targetText).toMatch(/house/);
});

test('memory: sentences with a term are shared by who asks the same of them, others by all', async () => {
  const visitor = api.visitor();
  const [withTerm, without] = ['Der Bundesrat kommt aus Bern.', 'Das Haus steht in Bern.'];
  const sourceText = `${withTerm}\n${without}`;
  const originsOf = async (body: object) => {
    const { id } = await visitor.translated({ sourceText, ...body });
    return (await visitor.segments(id)).map(({ origin }) => origin);
  };
  await visitor.translated({ sourceText, glossary });
  const expected = (shared: readonly boolean[]) => shared.map((isShared) => (isShared ? 'memory' : 'model'));

  expect(await originsOf({})).toEqual(expected([false, true]));
  expect(await originsOf({ glossary: [...glossary, { source: 'Apfel', target: 'pome' }] })).toEqual(
    expected([true, true]),
  );
  expect(await originsOf({ glossary: [{ source: 'Bundesrat', target: 'Council of States' }] })).toEqual(
    expected([false, true]),
  );
});

test.each([
  ['too many entries', Array.from({ length: 1001 }, (_, i) => ({ source: `Wort ${i}` }))],
  ['an entry that is too long', [{ source: 'x'.repeat(201) }]],
  ['an entry that is blank', [{ source: ' ' }]],
  ['an entry without a source', [{ target: 'x' }]],
  ['an entry with something else', [{ source: 'x', note: 'y' }]],
])('%s: refused', async (_what, wrong) => {
  const visitor = api.visitor();
  const problem = await visitor.problem(
    visitor.post({ sourceText: 'Ja.', sourceLang: 'de', targetLang: 'en', glossary: wrong }),
  );
  expect(problem).toMatchObject({ code: 'invalid_request' });
});

describe('a form', () => {
  const form = (fields: Record<string, string>, text?: Blob | string) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    if (text !== undefined) data.append('text', text);
    return data;
  };
  const pair = { sourceLang: 'de', targetLang: 'en' };
  const post = (visitor: ReturnType<typeof api.visitor>, body: FormData) =>
    visitor.fetch('/api/translations', { method: 'POST', body });

  test('takes a text of any length with a glossary', async () => {
    const visitor = api.visitor();
    const text = `Grüezi!\n${germanText(300_000)}`;
    const body = form({ ...pair, keep: 'false', glossary: JSON.stringify(glossary) }, new Blob([text]));
    const response = await post(visitor, body);
    expect(response.status).toBe(201);
    const translation = (await response.json()) as Translation;
    expect(translation).toMatchObject({ sourceLength: text.length, keep: false });
    for await (const { event } of visitor.events(translation.id)) if (event.event === 'segments') break;
    expect((await visitor.segments(translation.id))[0]).toMatchObject({ targetText: 'Grüezi!' });
    await visitor.fetch(`/api/translations/${translation.id}`, { method: 'DELETE' });
  });

  test('may hold a short text as a field, with line breaks as forms have them', async () => {
    const visitor = api.visitor();
    const response = await post(visitor, form(pair, '\n Das ist ein Haus. \r\n'));
    const { id } = (await response.json()) as Translation;
    expect(await visitor.targetText(id)).toMatch(/^\r\n .*house.* \r\n$/);
  });

  test.each([
    ['no text', form(pair), 'text_empty'],
    ['an empty text', form(pair, new Blob([''])), 'text_empty'],
    ['no languages', form({}, new Blob(['Ja.'])), 'invalid_request'],
    ['an unknown field', form({ ...pair, x: '1' }, new Blob(['Ja.'])), 'invalid_request'],
    ['a glossary that is no JSON', form({ ...pair, glossary: '[' }, new Blob(['Ja.'])), 'malformed_json'],
    ['a glossary that is none', form({ ...pair, glossary: '[1]' }, new Blob(['Ja.'])), 'invalid_request'],
    ['text that is not UTF-8', form(pair, new Blob([Buffer.from([0xff])])), 'text_not_utf8'],
    [
      'a field without an end',
      form({ ...pair, glossary: 'x'.repeat(5_000_000) }, new Blob(['Ja.'])),
      'body_too_large',
    ],
  ])('with %s is refused', async (_what, body, code) => {
    const visitor = api.visitor();
    expect(await visitor.problem(post(visitor, body))).toMatchObject({ code });
  });

  test('with something after the text is refused whole', async () => {
    const visitor = api.visitor();
    const body = form(pair, new Blob(['Ja.']));
    body.append('keep', 'false');
    expect(await visitor.problem(post(visitor, body))).toMatchObject({ code: 'invalid_request' });
    expect(await visitor.json('/api/translations')).toMatchObject({ translations: [] });
  });

  test('that breaks off half-way leaves nothing', async () => {
    const visitor = api.visitor();
    await visitor.translate('Damit ich bekannt bin.');
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    const part = (name: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const head =
      'POST /api/translations HTTP/1.1\r\nhost: x\r\ncontent-type: multipart/form-data; boundary=b\r\n';
    const fields = part('sourceLang', 'de') + part('targetLang', 'en');
    const text = `--b\r\ncontent-disposition: form-data; name="text"; filename="t"\r\n\r\n${'Ein Satz. '.repeat(50_000)}`;
    socket.write(`${head}content-length: 10000000\r\n\r\n${fields}${text}`);
    await expect.poll(async () => api.log().includes('incoming request'), { timeout: 30_000 }).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 500));
    socket.destroy();
    await expect.poll(() => api.log(), { timeout: 60_000 }).toContain('upload_incomplete');
    expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
    expect(api.log()).not.toMatch(/"level":50/);
  });
});
