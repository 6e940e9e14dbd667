import type { LanguagePairList, Translation, TranslationList } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi();

test('a text comes back in English with its layout', async () => {
  const visitor = api.visitor();
  const sourceText = '\n  Guten Morgen!\tWie geht es Ihnen?\r\n\r\n• Das ist ein Haus.  \n***\n';
  const response = await visitor.post({ sourceText, sourceLang: 'de', targetLang: 'en' });
  expect(response.status).toBe(201);
  const created = (await response.json()) as Translation;
  expect(response.headers.get('location')).toBe(`/api/translations/${created.id}`);

  const targetText = await visitor.targetText(created.id);
  expect(targetText).toMatch(/^\n {2}Good morning.*\t.*\?\r\n\r\n• .*house.* {2}\n\*\*\*\n$/);
  const done = await visitor.json<Translation>(`/api/translations/${created.id}`);
  expect(done).toMatchObject({ status: 'done', sourceLength: sourceText.length, keep: true });
  expect(done.doneCount).toBe(done.segmentCount);
  const segments = await visitor.segments(created.id);
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(sourceText);
  expect(segments.map(({ targetText, gap }) => targetText + gap).join('')).toBe(targetText);
});

test('one request is enough for a script: text in, text out', async () => {
  const response = await api.visitor().upload('Ich habe einen Hund.', undefined, { accept: 'text/plain' });
  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toMatch(/dog/);
});

test('a sentence translated before comes from memory', async () => {
  const visitor = api.visitor();
  const text = 'Der Zug fährt um acht Uhr ab.';
  const first = await visitor.translate(text);
  const targetText = await visitor.targetText(first.id);
  const second = await visitor.translate(`${text}\n${text}`);
  expect(await visitor.targetText(second.id)).toBe(`${targetText}\n${targetText}`);
  expect((await visitor.segments(second.id)).map(({ origin }) => origin)).toEqual(['memory', 'memory']);
});

test('a sentence that stays flagged is not tried again, and keeps its flags', async () => {
  const visitor = api.visitor();
  // More numbers than a small model keeps apart.
  const numbers = Array.from({ length: 30 }, (_, i) => (7919 * (i + 3)) % 10_007).join(', ');
  const text = `Die Nummern ${numbers} gelten nicht mehr. Das Haus ist rot.`;
  const first = await visitor.translated({ sourceText: text });
  const before = await visitor.segments(first.id);
  expect(before.some(({ flags }) => flags.length > 0)).toBe(true);
  const again = await visitor.translated({ sourceText: text });
  const after = await visitor.segments(again.id);
  expect(after).toEqual(
    before.map((segment) => (segment.origin === 'model' ? { ...segment, origin: 'memory' } : segment)),
  );
  expect(again.flaggedCount).toBe(first.flaggedCount);
});

test('what holds no letter is copied and never sent to the model', async () => {
  const visitor = api.visitor();
  const { id, status } = await visitor.translate('-\n—\n1.234,5\n…\n');
  expect(status).toBe('done');
  expect(await visitor.targetText(id)).toBe('-\n—\n1.234,5\n…\n');
});

test('the history is the caller’s own, searchable, newest first', async () => {
  const visitor = api.visitor();
  const stranger = api.visitor();
  const [house, dog] = [
    await visitor.translate('Das Haus ist rot.'),
    await visitor.translate('Der Hund 100% da.'),
  ];
  await Promise.all([house, dog].map(({ id }) => visitor.targetText(id)));
  await stranger.translate('Das Haus eines anderen.');

  const ids = async (query: string) =>
    (await visitor.json<TranslationList>(`/api/translations${query}`)).translations.map(({ id }) => id);
  expect(await ids('')).toEqual([dog.id, house.id]);
  expect(await ids('?q=Haus')).toEqual([house.id]);
  expect(await ids('?q=dog')).toEqual([dog.id]);
  expect(await ids('?q=0%25')).toEqual([dog.id]);
  expect(await ids('?q=_')).toEqual([]);
  expect(await ids(`?before=${dog.id}`)).toEqual([house.id]);
  const page = await visitor.json<TranslationList>('/api/translations?limit=1');
  expect(page.nextBefore).toBe(dog.id);
});

test('nobody sees, cancels or deletes what is somebody else’s', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate('Das ist privat.');
  const targetText = await visitor.targetText(id);
  const stranger = api.visitor();
  await stranger.translate('Ich bin ein anderer.');
  const path = `/api/translations/${id}`;
  for (const who of [stranger, api.visitor()]) {
    for (const [method, suffix] of [
      ['GET', ''],
      ['GET', '/segments'],
      ['GET', '/target'],
      ['GET', '/events'],
      ['POST', '/cancel'],
      ['POST', '/resume'],
      ['DELETE', ''],
    ] as const) {
      expect(await who.problem(who.fetch(path + suffix, { method }))).toMatchObject({
        code: 'translation_not_found',
      });
    }
  }
  expect(targetText).not.toBe('');
  expect(await visitor.targetText(id)).toBe(targetText);
});

test('deleting one, deleting all', async () => {
  const visitor = api.visitor();
  const [one, two] = [await visitor.translate('Eins ist da.'), await visitor.translate('Zwei ist da.')];
  expect((await visitor.fetch(`/api/translations/${one.id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await visitor.fetch(`/api/translations/${one.id}`)).status).toBe(404);
  expect((await visitor.fetch(`/api/translations/${two.id}`)).status).toBe(200);
  expect((await visitor.fetch('/api/translations', { method: 'DELETE' })).status).toBe(204);
  expect(await visitor.json('/api/translations')).toEqual({ translations: [], nextBefore: null });
});

test('cancelling keeps what is there and ends the event stream; resuming goes on', async () => {
  const visitor = api.visitor();
  const text = Array.from(
    { length: 1200 },
    (_, i) => `Das ist der Satz mit der Nummer ${i} in diesem langen Text.`,
  );
  const { id } = await visitor.translate(text.join('\n'));
  for await (const { event } of visitor.events(id)) {
    if (event.event === 'segments') await visitor.fetch(`/api/translations/${id}/cancel`, { method: 'POST' });
    if (event.event === 'done') expect(event.data.status).toBe('cancelled');
  }
  const cancelled = await visitor.json<Translation>(`/api/translations/${id}`);
  expect(cancelled.status).toBe('cancelled');
  expect(cancelled.doneCount).toBeGreaterThan(0);
  expect(cancelled.doneCount).toBeLessThan(1200);
  const again = await visitor.fetch(`/api/translations/${id}/cancel`, { method: 'POST' });
  expect(await again.json()).toEqual(cancelled);

  const resumed = await visitor.fetch(`/api/translations/${id}/resume`, { method: 'POST' });
  expect(await resumed.json()).toMatchObject({ id, status: expect.stringMatching(/queued|running/) });
  const lines = (await visitor.targetText(id)).split('\n');
  expect(lines).toHaveLength(1200);
  expect(lines).not.toContain('');
  expect(await visitor.json(`/api/translations/${id}`)).toMatchObject({ status: 'done', doneCount: 1200 });
});

test('the languages that can be had', async () => {
  const { languagePairs } = await api.visitor().json<LanguagePairList>('/api/languages');
  expect(languagePairs).toEqual([
    { sourceLang: 'de', targetLang: 'en' },
    { sourceLang: 'en', targetLang: 'de' },
  ]);
  const response = await api.visitor().upload('Grüezi mitenand.', 'sourceLang=de-CH&targetLang=en-GB');
  expect(await response.json()).toMatchObject({ sourceLang: 'de-CH', targetLang: 'en-GB' });
});

test('health', async () => {
  expect((await fetch(`${api.url}/livez`)).status).toBe(200);
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
});

test('the owner’s cookie is out of reach of scripts and other sites', async () => {
  const response = await api.visitor().upload('Ein Keks.');
  expect(response.headers.get('set-cookie')).toMatch(
    /^owner=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('no log line holds a word of anybody’s text', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate('Geheimnisvoll schleicht der Schneeleopard.');
  await visitor.targetText(id);
  await visitor.fetch('/api/translations?q=Schneeleopard');
  await visitor.fetch('/api/translations?sourceLang=Schneeleopard', { method: 'POST' });
  await visitor.fetch('/api/unknown?Schneeleopard');
  await visitor.post({ sourceText: 1, sourceLang: 'Schneeleopard', targetLang: 'en', Schneeleopard: true });
  expect(api.log()).toContain('/api/translations');
  expect(api.log()).not.toMatch(/Schneeleopard|Geheimnis|snow leopard/i);
});
