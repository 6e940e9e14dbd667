import { expect, test } from 'vitest';
import { createApiKey, findApiKey, listApiKeys, revokeApiKey } from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';

const unlimited = { requestsPerMinute: null, charactersPerHour: null, storedCharacters: null };

describeOnServers('API keys', (database) => {
  test('a key is found by its text alone, of which nothing is stored', async () => {
    const { db } = database;
    const { id, key } = await createApiKey(db, {
      name: 'Weblate 📚',
      ...unlimited,
      charactersPerHour: 5_000_000_000,
    });
    const found = await findApiKey(db, key);
    expect(found).toMatchObject({
      id,
      name: 'Weblate 📚',
      charactersPerHour: 5_000_000_000,
      requestsPerMinute: null,
    });
    expect(found?.owner).toHaveLength(32);
    for (const other of ['', key.toLowerCase(), `${key}x`, key.slice(0, -1), `ut_${'A'.repeat(43)}`]) {
      expect(await findApiKey(db, other)).toBeUndefined();
    }
    const rows = await db.selectFrom('api_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(key.slice(3, 20));
    expect((await listApiKeys(db))[0]?.lastUsedAt).toBeInstanceOf(Date);
  });

  test('a revoked key is none any more, and is revoked once', async () => {
    const { db } = database;
    const [one, two] = [
      await createApiKey(db, { name: 'one', ...unlimited }),
      await createApiKey(db, { name: 'two', ...unlimited }),
    ];
    expect(await revokeApiKey(db, one.id)).toBe(true);
    expect(await revokeApiKey(db, one.id)).toBe(false);
    expect(await revokeApiKey(db, 'unknown')).toBe(false);
    expect(await findApiKey(db, one.key)).toBeUndefined();
    expect(await findApiKey(db, two.key)).toMatchObject({ id: two.id, revokedAt: null });
    const listed = (await listApiKeys(db)).filter(({ name }) => name === 'one' || name === 'two');
    expect(listed.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
      ['one', true],
      ['two', false],
    ]);
  });
});
