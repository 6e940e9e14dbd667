import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  cancelTranslation,
  createDatabase,
  type Db,
  deleteTranslation,
  findTranslation,
  lookupMemory,
  removeExpired,
  storeMemory,
  sweepDeleted,
  trimMemory,
} from '../src/index.ts';
import { withNamedLock } from '../src/named-lock.ts';
import { describeOnServers } from './support/databases.ts';
import { copySegment, newOwner, sentences, storeText } from './support/texts.ts';

const hourMs = 3_600_000;

async function rowCounts(db: Db) {
  const { rows } = await sql<{ translations: number; blocks: number; segments: number }>`
    select (select count(*) from translation) as translations, (select count(*) from block) as blocks,
      (select count(*) from segment) as segments`.execute(db);
  return rows[0];
}

async function sweepAll(db: Db): Promise<void> {
  while ((await sweepDeleted(db, { limit: 1000 })) > 0);
}

function age(db: Db, ids: readonly string[], hours: number) {
  const keys = ids.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex'));
  return sql`update translation set finished_at = finished_at - interval ${hours} hour where id in (${sql.join(keys)})`.execute(
    db,
  );
}

describeOnServers('retention', (database) => {
  test('takes away every row of what is deleted, piece by piece, and nothing else', async () => {
    const { db } = database;
    const owner = newOwner();
    const kept = await storeText(db, sentences(70), { owner });
    const big = await storeText(db, sentences(5000), { owner });
    const small = await storeText(db, sentences(1), { owner });
    await deleteTranslation(db, { id: big, owner });
    await deleteTranslation(db, { id: small, owner });
    expect(await sweepDeleted(db, { limit: 300 })).toBe(300);
    expect(await rowCounts(db)).toEqual({ translations: 3, blocks: 2 + 79 + 1, segments: 4771 });
    await sweepAll(db);
    expect(await rowCounts(db)).toEqual({ translations: 1, blocks: 2, segments: 70 });
    expect(await findTranslation(db, { id: kept, owner })).toMatchObject({ segmentCount: 70 });
    await deleteTranslation(db, { id: kept, owner });
    await sweepAll(db);
  });

  test('ends what is over its time, sooner where it was not to be kept, and never what is still open', async () => {
    const { db } = database;
    const owner = newOwner();
    const ended = () => storeText(db, [copySegment('1')], { owner });
    const fleeting = await storeText(db, [copySegment('1')], { owner, keep: false });
    const [old, recent, cancelled] = [
      await ended(),
      await ended(),
      await storeText(db, sentences(1), { owner }),
    ];
    await cancelTranslation(db, { id: cancelled, owner });
    const open = await storeText(db, sentences(1), { owner });
    await age(db, [old, cancelled, open], 100);
    await age(db, [fleeting], 2);
    const remove = (limit: number) => removeExpired(db, { keepMs: 48 * hourMs, unkeptMs: hourMs, limit });
    expect(await remove(2)).toBe(2);
    expect(await remove(100)).toBe(1);
    expect(await remove(100)).toBe(0);
    for (const id of [old, cancelled, fleeting])
      expect(await findTranslation(db, { id, owner })).toBeUndefined();
    for (const id of [recent, open]) expect(await findTranslation(db, { id, owner })).toBeDefined();
    await sweepAll(db);
    expect((await rowCounts(db))?.translations).toBe(2);
  });

  test('is the work of one replica at a time', async () => {
    const { db, url } = database;
    const owner = newOwner();
    const id = await storeText(db, sentences(1), { owner });
    await deleteTranslation(db, { id, owner });
    const other = createDatabase({ url, poolSize: 2 });
    await withNamedLock(other, 'retention', undefined, async () => {
      expect(await sweepDeleted(db, { limit: 100 })).toBe(0);
      expect(await removeExpired(db, { keepMs: 0, unkeptMs: 0, limit: 100 })).toBe(0);
    });
    expect(await withNamedLock(other, 'retention', 'taken', async () => 'free')).toBe('free');
    await other.destroy();
    expect(await sweepDeleted(db, { limit: 100 })).toBeGreaterThan(0);
  });

  test('of memory forgets what was not used for the longest time', async () => {
    const { db } = database;
    const entries = Array.from({ length: 30 }, (_, n) => ({
      sourceText: `Satz ${n}`,
      targetText: `Sentence ${n}`,
      flags: [],
    }));
    const sourceTexts = entries.map((entry) => entry.sourceText);
    await storeMemory(db, { modelKey: 'm1', entries: entries.slice(0, 15) });
    await storeMemory(db, { modelKey: 'm2', entries: entries.slice(15) });
    await sql`update memory set last_used_at = now() - interval 40 day`.execute(db);
    const used = await lookupMemory(db, { modelKey: 'm1', sourceTexts: sourceTexts.slice(0, 5) });
    expect(used.get('Satz 4')?.targetText).toBe('Sentence 4');
    const other = { sourceText: 'Satz 20', targetText: 'other', flags: [] };
    await storeMemory(db, { modelKey: 'm2', entries: [other] });
    expect(await trimMemory(db, { maxRows: 30, limit: 100 })).toBe(0);
    expect(await trimMemory(db, { maxRows: 6, limit: 10 })).toBe(10);
    expect(await trimMemory(db, { maxRows: 6, limit: 100 })).toBe(14);
    expect(await trimMemory(db, { maxRows: 6, limit: 100 })).toBe(0);
    expect((await lookupMemory(db, { modelKey: 'm1', sourceTexts })).size).toBe(5);
    expect(await lookupMemory(db, { modelKey: 'm2', sourceTexts })).toEqual(
      new Map([['Satz 20', { targetText: 'Sentence 20', flags: [] }]]),
    );
  });

  test('of memory lets many store and look up the same texts at the same time', async () => {
    const { db } = database;
    const entries = Array.from({ length: 300 }, (_, n) => ({
      sourceText: `gleich ${n}`,
      targetText: `same ${n}`,
      flags: n % 2 === 0 ? [] : ['cut_short', 'repetition'],
    }));
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      const mine = lane % 2 === 0 ? entries : entries.toReversed();
      for (let round = 0; round < 5; round++) {
        await storeMemory(db, { modelKey: 'm3', entries: mine });
        await sql`update memory set last_used_at = now() - interval 2 day where model_key = 'm3' and source_hash < unhex('40')`
          .execute(db)
          .catch(() => {});
        await lookupMemory(db, { modelKey: 'm3', sourceTexts: mine.map((entry) => entry.sourceText) });
        await trimMemory(db, { maxRows: 200, limit: 50 });
      }
    });
    await Promise.all(lanes);
    await storeMemory(db, { modelKey: 'm3', entries });
    const found = await lookupMemory(db, {
      modelKey: 'm3',
      sourceTexts: entries.map((entry) => entry.sourceText),
    });
    expect(found).toEqual(new Map(entries.map(({ sourceText, ...rest }) => [sourceText, rest])));
  });
});
