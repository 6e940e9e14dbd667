import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  createShare,
  deleteShares,
  deleteTranslation,
  findSharedTranslation,
  findTranslation,
  listShares,
  listTranslations,
  MAX_SHARES,
  removeExpiredShares,
  renameTranslation,
  sweepDeleted,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { copySegment, newOwner, openSegment, storeText } from './support/texts.ts';

const hourMs = 3_600_000;

describeOnServers('a link to a translation', (database) => {
  const share = async (id: string, owner: Buffer, expiresInMs = hourMs) => {
    const tokenHash = randomBytes(32);
    const expiresAt = await createShare(database.db, { id, owner, tokenHash, expiresInMs });
    return { tokenHash, expiresAt };
  };

  test('opens this translation and no other, to whoever holds it', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [copySegment('1')], { owner });
    const other = await storeText(db, [copySegment('2')], { owner });
    const { tokenHash, expiresAt } = await share(id, owner);
    expect(Math.abs((expiresAt?.getTime() ?? 0) - Date.now() - hourMs)).toBeLessThan(60_000);
    expect(await findSharedTranslation(db, { id, tokenHash })).toEqual(
      await findTranslation(db, { id, owner }),
    );
    expect(await findSharedTranslation(db, { id: other, tokenHash })).toBeUndefined();
    expect(await findSharedTranslation(db, { id, tokenHash: randomBytes(32) })).toBeUndefined();
  });

  test('is made and taken back by the owner alone', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [copySegment('1')], { owner });
    expect((await share(id, newOwner())).expiresAt).toBeUndefined();
    const { tokenHash, expiresAt } = await share(id, owner);
    const later = await share(id, owner, 2 * hourMs);
    expect(await listShares(db, { id, owner })).toEqual([later.expiresAt, expiresAt]);
    expect(await listShares(db, { id, owner: newOwner() })).toEqual([]);
    await deleteShares(db, { id, owner: newOwner() });
    expect(await findSharedTranslation(db, { id, tokenHash })).toBeDefined();
    await deleteShares(db, { id, owner });
    expect(await findSharedTranslation(db, { id, tokenHash })).toBeUndefined();
    expect(await findSharedTranslation(db, { id, tokenHash: later.tokenHash })).toBeUndefined();
  });

  test('ends with its time, and its row is taken away', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [copySegment('1')], { owner });
    const [ended, holding] = [await share(id, owner), await share(id, owner)];
    await sql`update share set expires_at = now(6) - interval 1 second where token_hash = ${ended.tokenHash}`.execute(
      db,
    );
    expect(await findSharedTranslation(db, { id, tokenHash: ended.tokenHash })).toBeUndefined();
    expect(await listShares(db, { id, owner })).toEqual([holding.expiresAt]);
    expect(await removeExpiredShares(db, { limit: 10 })).toBe(1);
    expect(await removeExpiredShares(db, { limit: 10 })).toBe(0);
    expect(await findSharedTranslation(db, { id, tokenHash: holding.tokenHash })).toBeDefined();
  });

  test('ends with its translation', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [copySegment('1')], { owner });
    const { tokenHash } = await share(id, owner);
    await deleteTranslation(db, { id, owner });
    expect(await findSharedTranslation(db, { id, tokenHash })).toBeUndefined();
    expect((await share(id, owner)).expiresAt).toBeUndefined();
    while ((await sweepDeleted(db, { limit: 1000 })) > 0);
    const left = await db.selectFrom('share').selectAll().where('token_hash', '=', tokenHash).execute();
    expect(left).toEqual([]);
  });

  test('gives way to newer ones when there are very many', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [copySegment('1')], { owner });
    const first = await share(id, owner, hourMs);
    for (let more = 0; more < MAX_SHARES; more++) await share(id, owner, 2 * hourMs);
    expect(await listShares(db, { id, owner })).toHaveLength(MAX_SHARES);
    expect(await findSharedTranslation(db, { id, tokenHash: first.tokenHash })).toBeUndefined();
  });
});

describeOnServers('a title', (database) => {
  test('is given, found and taken away by the owner alone', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, [openSegment('Der Hund schläft.')], { owner });
    expect(await renameTranslation(db, { id, owner: newOwner() }, 'fremd')).toBeUndefined();
    expect(await findTranslation(db, { id, owner })).toMatchObject({ title: null });
    expect(await renameTranslation(db, { id, owner }, 'Brief an Zoë 😀')).toMatchObject({
      title: 'Brief an Zoë 😀',
    });
    expect(await listTranslations(db, { owner, q: 'ZOE', limit: 5 })).toMatchObject([{ id }]);
    expect(await renameTranslation(db, { id, owner }, null)).toMatchObject({ title: null });
    expect(await listTranslations(db, { owner, q: 'zoe', limit: 5 })).toEqual([]);
  });
});
