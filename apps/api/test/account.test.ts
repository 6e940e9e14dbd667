import { createDatabase, migrateToLatest } from '@unlimited/db';
import { startApi, startOwnServer } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { Client } from './support/client.ts';

test('the service needs no more of its database account than to read and write rows', async () => {
  const server = await startOwnServer();
  const owner = createDatabase({ url: server.url, poolSize: 1 });
  await migrateToLatest(owner);
  await owner.destroy();
  const env = { MIGRATE_AT_START: 'false', UNKEPT_MINUTES: '0.001', OWNER_QUOTA: '100000' };
  const api = await startApi({ databaseUrl: server.appUrl, env });
  try {
    const visitor = new Client(api.url);
    const { id } = await visitor.translate('Das Konto darf wenig.');
    expect(await visitor.targetText(id)).toMatch(/account/);
    const key = { authorization: `Bearer ut_${'A'.repeat(43)}` };
    expect((await visitor.fetch('/api/translations', { headers: key })).status).toBe(401);
    expect((await visitor.fetch('/api/translations', { method: 'DELETE' })).status).toBe(204);
  } finally {
    await api.stop();
    await server.remove();
  }
  expect(api.logs()).not.toMatch(/ER_\w*DENIED|"level":(40|50)/);
});
