import type { Share, ShareList, Translation } from '@unlimited/contract';
import { createDatabase } from '@unlimited/db';
import { expect, test } from 'vitest';
import type { Client } from './support/client.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi();

const share = (owner: Client, id: string, body: object = {}) =>
  owner.fetch(`/api/translations/${id}/shares`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('whoever has the link reads everything and changes nothing', async () => {
  const owner = api.visitor();
  const { id } = await owner.translate('Der Hund schläft. Die Katze trinkt Milch.');
  const target = await owner.targetText(id);
  const answer = await share(owner, id, { expiresInHours: 3 });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const { token, expiresAt } = (await answer.json()) as Share;
  expect(Math.abs(Date.parse(expiresAt) - Date.now() - 3 * 3_600_000)).toBeLessThan(60_000);

  const reader = api.visitor();
  const headers = { 'x-share-token': token };
  const read = (path: string) => reader.fetch(`/api/translations/${id}${path}`, { headers });
  expect(await (await read('')).json()).toMatchObject({ id, status: 'done' });
  expect(await (await read('/segments')).json()).toMatchObject({ segments: [{ index: 0 }, { index: 1 }] });
  expect(await (await read('/target')).text()).toBe(target);
  expect(await (await read('/events')).text()).toContain('event: done');

  for (const [method, path] of [
    ['DELETE', ''],
    ['POST', '/cancel'],
    ['GET', '/shares'],
    ['DELETE', '/shares'],
  ] as const) {
    const refused = await reader.fetch(`/api/translations/${id}${path}`, { method, headers });
    expect(refused.status, `${method} ${path}`).toBe(404);
  }
  expect((await share(reader, id)).status).toBe(404);
  // Nobody without the link, and no link to another translation.
  expect((await reader.fetch(`/api/translations/${id}`)).status).toBe(404);
  const other = await owner.translate('Das Haus ist rot.');
  expect((await reader.fetch(`/api/translations/${other.id}`, { headers })).status).toBe(404);
  // The owner needs none, whatever stands in the header.
  const wrong = { 'x-share-token': 'x'.repeat(43) };
  expect((await owner.fetch(`/api/translations/${id}`, { headers: wrong })).status).toBe(200);
  // The link is a secret: it is not written down anywhere.
  expect(api.log()).not.toContain(token);
});

test('a link is taken back, and only its hash was ever stored', async () => {
  const owner = api.visitor();
  const { id } = await owner.translate('Der Hund schläft.');
  const { token, expiresAt } = (await (await share(owner, id)).json()) as Share;
  expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(6 * 24 * 3_600_000);
  const list = () => owner.json<ShareList>(`/api/translations/${id}/shares`);
  expect(await list()).toEqual({ shares: [{ expiresAt }] });
  const removed = await owner.fetch(`/api/translations/${id}/shares`, { method: 'DELETE' });
  expect(removed.status).toBe(204);
  expect(await list()).toEqual({ shares: [] });
  const headers = { 'x-share-token': token };
  expect((await api.visitor().fetch(`/api/translations/${id}`, { headers })).status).toBe(404);
});

test('a link that ends, ends the streams that it opened', async () => {
  const owner = api.visitor();
  const lines = Array.from({ length: 30_000 }, (_, at) => `Der Hund Nummer ${at} sucht das Haus am See.`);
  const { id } = await owner.translate(lines.join('\n'));
  const { token } = (await (await share(owner, id)).json()) as Share;
  const stream = await api
    .visitor()
    .fetch(`/api/translations/${id}/events`, { headers: { 'x-share-token': token } });
  expect(stream.status).toBe(200);
  const db = createDatabase({ url: api.databaseUrl, poolSize: 2 });
  await db
    .updateTable('share')
    .set({ expires_at: new Date('2020-01-01') })
    .execute();
  await db.destroy();
  expect(await stream.text()).toMatch(/event: problem\ndata: .*"translation_not_found".*\n\n$/);
  expect(await owner.json(`/api/translations/${id}`)).toMatchObject({ status: 'running' });
  await owner.fetch(`/api/translations/${id}`, { method: 'DELETE' });
}, 120_000);

test('a translation is given a title', async () => {
  const owner = api.visitor();
  const { id, title } = await owner.translate('Der Hund schläft.');
  expect(title).toBeNull();
  const rename = (body: object, visitor = owner) =>
    visitor.fetch(`/api/translations/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect(await (await rename({ title: '  Mein Brief ' })).json()).toMatchObject({ id, title: 'Mein Brief' });
  const found = await owner.json<{ translations: Translation[] }>('/api/translations?q=mein%20brief');
  expect(found.translations).toMatchObject([{ id, title: 'Mein Brief' }]);
  expect((await rename({ title: 'x'.repeat(201) })).status).toBe(400);
  expect((await rename({})).status).toBe(400);
  expect((await rename({ title: 'Deins' }, api.visitor())).status).toBe(404);
  expect(await (await rename({ title: '   ' })).json()).toMatchObject({ title: null });
  expect(api.log()).not.toMatch(/Mein Brief|Deins/);
});
