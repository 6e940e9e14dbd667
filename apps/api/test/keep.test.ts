import { createDatabase } from '@unlimited/db';
import { expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi();

test('what is not to be kept leaves nothing behind once it was read', async () => {
  const visitor = api.visitor();
  const text = 'Das bleibt unter uns.\nNiemand soll es wissen.';
  const query = 'sourceLang=de&targetLang=en&keep=false';
  const response = await visitor.upload(text, query, { accept: 'text/plain' });
  expect(await response.text()).toMatch(/\n/);

  const db = createDatabase({ url: api.databaseUrl, poolSize: 2 });
  try {
    for (const table of ['segment', 'block', 'translation', 'memory'] as const) {
      const rows = async () => (await db.selectFrom(table).selectAll().limit(1).execute()).length;
      await expect.poll(rows, { timeout: 10_000 }).toBe(0);
    }
  } finally {
    await db.destroy();
  }
});

test('it is not in the history either while it is there', async () => {
  const visitor = api.visitor();
  const response = await visitor.upload('Kurz da.', 'sourceLang=de&targetLang=en&keep=false');
  const { id } = (await response.json()) as { id: string };
  await visitor.targetText(id);
  expect(await visitor.json('/api/translations')).toMatchObject({ translations: [] });
  expect((await visitor.fetch(`/api/translations/${id}`)).status).toBe(200);
});
