import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inTransaction } from '../src/in-transaction.ts';
import {
  type ClaimedBlock,
  claimBlocks,
  completeBlock,
  type Db,
  failBlock,
  findTranslation,
  queueDepth,
  readSegments,
  releaseBlocks,
  renewLeases,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, copySegment, newOwner, resultsOf, sentences, storeText } from './support/texts.ts';

const leaseMs = 60_000;

let models = 0;
const newModel = () => (++models).toString(16).padStart(64, '0');

const claim = (db: Db, leaseOwner: string, limit: number, modelKeys: string[], ms = leaseMs) =>
  claimBlocks(db, { leaseOwner, leaseMs: ms, limit, modelKeys });

async function claimOne(db: Db, leaseOwner: string, modelKey: string, ms = leaseMs): Promise<ClaimedBlock> {
  const [block] = await claim(db, leaseOwner, 1, [modelKey], ms);
  if (!block) throw new Error('nothing to claim');
  return block;
}

const placesOf = (blocks: ClaimedBlock[], names: string[]) =>
  blocks.map(({ translationId, blockNo }) => `${names.indexOf(translationId)}/${blockNo}`);

describeOnServers('the queue', (database) => {
  test("gives everybody's first block before anybody's second, the oldest translation first", async () => {
    const { db } = database;
    const modelKey = newModel();
    const ids: string[] = [];
    for (const blocks of [4, 1, 2]) ids.push(await storeText(db, sentences(64 * blocks), { modelKey }));
    expect(placesOf(await claim(db, 'a', 3, [modelKey]), ids)).toEqual(['0/0', '1/0', '2/0']);
    ids.push(await storeText(db, sentences(1), { modelKey }));
    expect(placesOf(await claim(db, 'b', 100, [modelKey]), ids)).toEqual(['3/0', '0/1', '2/1', '0/2', '0/3']);
  });

  test('does not give all of the engine to an owner of many texts', async () => {
    const { db } = database;
    const modelKey = newModel();
    const many = newOwner();
    for (let count = 0; count < 50; count++) await storeText(db, sentences(1), { owner: many, modelKey });
    const late = await storeText(db, sentences(1), { modelKey });
    const first = await claim(db, 'a', 5, [modelKey]);
    expect(first.map(({ translationId }) => translationId)).toContain(late);
    expect(await claim(db, 'a', 100, [modelKey])).toHaveLength(46);
  });

  test('keeps turns across models, and gives a replica only blocks of its models', async () => {
    const { db } = database;
    const [one, other, foreign] = [newModel(), newModel(), newModel()];
    const ids = [
      await storeText(db, sentences(200), { modelKey: one }),
      await storeText(db, sentences(65), { modelKey: other }),
      await storeText(db, sentences(65), { modelKey: foreign }),
    ];
    expect(placesOf(await claim(db, 'a', 3, [one, other]), ids).toSorted()).toEqual(['0/0', '0/1', '1/0']);
    expect(placesOf(await claim(db, 'a', 10, [one, other]), ids).toSorted()).toEqual(['0/2', '0/3', '1/1']);
    expect(await claim(db, 'a', 10, [])).toEqual([]);
    expect(placesOf(await claim(db, 'a', 10, [foreign]), ids)).toEqual(['2/0', '2/1']);
  });

  test('gives a block again when its lease has run out, and then takes results from the new owner only', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const id = await storeText(db, sentences(3), { owner, modelKey });
    const slow = await claimOne(db, 'slow', modelKey, 30);
    await delay(60);
    const taken = await claimOne(db, 'fast', modelKey);
    expect(taken).toEqual({ ...slow, attempts: 2 });
    expect(await renewLeases(db, { leaseOwner: 'slow', leaseMs, blocks: [slow] })).toEqual([]);
    expect(await failBlock(db, { ...slow, leaseOwner: 'slow', maxAttempts: 1 })).toBe('lost');
    const late = resultsOf(slow).map((result) => ({ ...result, targetText: 'late' }));
    expect(await completeBlock(db, { ...slow, leaseOwner: 'slow', results: late })).toBe(false);
    expect(await complete(db, 'fast', taken)).toBe(true);
    expect(await completeBlock(db, { ...slow, leaseOwner: 'slow', results: late })).toBe(false);
    expect(await complete(db, 'fast', taken)).toBe(false);
    expect(await findTranslation(db, { id, owner })).toMatchObject({
      status: 'done',
      doneCount: 3,
      flaggedCount: 0,
    });
    for (const { targetText } of await readSegments(db, { id, from: 0, limit: 10 }))
      expect(targetText).toMatch(/^<.*>$/);
  });

  test('takes results after the lease has run out as long as nobody else has the block', async () => {
    const { db } = database;
    const modelKey = newModel();
    await storeText(db, sentences(3), { modelKey });
    const block = await claimOne(db, 'a', modelKey, 20);
    await delay(40);
    expect(await complete(db, 'a', block)).toBe(true);
  });

  test('keeps a lease that is renewed', async () => {
    const { db } = database;
    const modelKey = newModel();
    await storeText(db, sentences(3), { modelKey });
    const block = await claimOne(db, 'a', modelKey, 30);
    const key = { translationId: block.translationId, blockNo: 0 };
    expect(
      await renewLeases(db, { leaseOwner: 'a', leaseMs, blocks: [block, { ...key, blockNo: 7 }] }),
    ).toEqual([key]);
    await delay(60);
    expect(await claim(db, 'b', 10, [modelKey])).toEqual([]);
    expect(await renewLeases(db, { leaseOwner: 'a', leaseMs, blocks: [] })).toEqual([]);
  });

  test('takes back what a replica releases, without counting the attempt', async () => {
    const { db } = database;
    const modelKey = newModel();
    await storeText(db, sentences(200), { modelKey });
    await claim(db, 'ending', 3, [modelKey]);
    await claim(db, 'staying', 1, [modelKey]);
    expect(await releaseBlocks(db, { leaseOwner: 'ending' })).toBe(3);
    expect(await releaseBlocks(db, { leaseOwner: 'ending' })).toBe(0);
    const again = await claim(db, 'b', 10, [modelKey]);
    expect(again.map(({ blockNo, attempts }) => [blockNo, attempts])).toEqual([
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  test('gives a failing block again and gives up on it at last; the translation ends', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const flagged = sentences(66).map((segment, index) => ({
      ...segment,
      flags: index === 65 ? ['repaired_source'] : [],
    }));
    const id = await storeText(db, flagged, { owner, modelKey });
    await complete(db, 'a', await claimOne(db, 'a', modelKey));
    for (const outcome of ['retry', 'retry', 'given_up']) {
      const block = await claimOne(db, 'a', modelKey);
      expect(await failBlock(db, { ...block, leaseOwner: 'a', maxAttempts: 3 })).toBe(outcome);
      expect(await failBlock(db, { ...block, leaseOwner: 'a', maxAttempts: 3 })).toBe('lost');
    }
    expect(await findTranslation(db, { id, owner })).toMatchObject({
      status: 'done',
      doneCount: 66,
      flaggedCount: 2,
    });
    const [copy, repaired] = await readSegments(db, { id, from: 64, limit: 10 });
    expect(copy).toMatchObject({ targetText: 'Satz 64.', origin: 'copy', flags: ['untranslated'] });
    expect(repaired).toMatchObject({ targetText: 'Satz 65.', flags: ['repaired_source', 'untranslated'] });
  });

  test('counts a segment as flagged once', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const segments = sentences(4).map((segment, index) => ({
      ...segment,
      flags: index < 2 ? ['repaired_source'] : [],
    }));
    const id = await storeText(db, segments, { owner, modelKey });
    const block = await claimOne(db, 'a', modelKey);
    const results = resultsOf(block).map((result, at) => ({
      ...result,
      flags: at % 2 === 0 ? ['cut_short'] : [],
    }));
    await completeBlock(db, { ...block, leaseOwner: 'a', results });
    expect(await findTranslation(db, { id, owner })).toMatchObject({ flaggedCount: 3 });
    const flags = (await readSegments(db, { id, from: 0, limit: 10 })).map((segment) => segment.flags);
    expect(flags).toEqual([['repaired_source', 'cut_short'], ['repaired_source'], ['cut_short'], []]);
  });

  test('refuses results that are not one for each open segment, and keeps the lease', async () => {
    const { db } = database;
    const modelKey = newModel();
    const id = await storeText(db, [copySegment('0'), ...sentences(3)], { modelKey });
    const block = await claimOne(db, 'a', modelKey);
    const results = resultsOf(block);
    for (const wrong of [
      results.slice(1),
      [...results, ...results],
      results.map((result) => ({ ...result, index: 0 })),
      results.map((result) => ({ ...result, index: result.index - 1 })), // the first is a copy
      [],
    ]) {
      await expect(completeBlock(db, { ...block, leaseOwner: 'a', results: wrong })).rejects.toMatchObject({
        code: 'results_incomplete',
      });
    }
    const targets = (await readSegments(db, { id, from: 0, limit: 10 })).map(({ targetText }) => targetText);
    expect(targets).toEqual(['0', null, null, null]);
    expect(await complete(db, 'a', block)).toBe(true);
  });

  test('tells its depth', async () => {
    const { db } = database;
    const modelKey = newModel();
    const before = await queueDepth(db);
    await storeText(db, sentences(200), { modelKey });
    await claim(db, 'a', 1, [modelKey]);
    const { waitingBlocks, leasedBlocks, oldestLeaseAgeMs } = await queueDepth(db);
    expect([waitingBlocks - before.waitingBlocks, leasedBlocks - before.leasedBlocks]).toEqual([3, 1]);
    expect(oldestLeaseAgeMs).toBeGreaterThanOrEqual(0);
    expect(oldestLeaseAgeMs).toBeLessThan(60_000);
  });

  test('survives deadlocks: transactions that lock each other out are repeated until all are through', async () => {
    const { db } = database;
    const [one, other] = [
      await storeText(db, sentences(1), { modelKey: newModel() }),
      await storeText(db, sentences(1), { modelKey: newModel() }),
    ];
    const count = (trx: Db, id: string) =>
      sql`update translation set flagged_count = flagged_count + 1 where id = ${Buffer.from(id.replaceAll('-', ''), 'hex')}`.execute(
        trx,
      );
    let runs = 0;
    await Promise.all(
      Array.from({ length: 8 }, (_, lane) =>
        inTransaction(db, async (trx) => {
          runs++;
          await count(trx, lane % 2 === 0 ? one : other);
          await delay(20);
          await count(trx, lane % 2 === 0 ? other : one);
        }),
      ),
    );
    expect(runs).toBeGreaterThan(8);
    const { rows } = await sql<{
      sum: number;
    }>`select cast(sum(flagged_count) as unsigned) as sum from translation
      where id in (${sql.join([one, other].map((id) => Buffer.from(id.replaceAll('-', ''), 'hex')))})`.execute(
      db,
    );
    expect(rows).toEqual([{ sum: 16 }]);
  });
});
