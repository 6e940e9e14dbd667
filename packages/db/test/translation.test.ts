import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  abandonReceiving,
  appendBlocks,
  beginTranslation,
  cancelTranslation,
  claimBlocks,
  completeBlock,
  deleteTranslation,
  deleteTranslations,
  findTranslation,
  finishReceiving,
  readFinishedRun,
  readSegments,
  removeStaleReceiving,
  renewLeases,
  resumeTranslation,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import {
  complete,
  copySegment,
  newOwner,
  newText,
  openSegment,
  sentences,
  storeText,
} from './support/texts.ts';

const leaseMs = 60_000;
const claimAll = { leaseMs, limit: 1000 };

/** Each test has a model of its own, so that it claims only its own blocks. */
let models = 0;
const newModel = () => (++models).toString(16).padStart(64, '0');

describeOnServers('a translation', (database) => {
  test('goes from receiving to done and keeps its counts', async () => {
    const { db } = database;
    const modelKey = newModel();
    const text = newText({ modelKey });
    const id = await beginTranslation(db, text);
    const owned = { id, owner: text.owner };
    expect(await findTranslation(db, owned)).toMatchObject({
      id,
      status: 'receiving',
      sourceLang: 'de',
      targetLang: 'en',
      modelKey,
      keep: true,
      excerpt: '',
      sourceLength: 0,
      segmentCount: 0,
      startedAt: null,
      finishedAt: null,
    });
    await appendBlocks(db, id, { firstIndex: 0, segments: sentences(64) });
    await appendBlocks(db, id, {
      firstIndex: 64,
      segments: [
        copySegment('', '\n\n'),
        openSegment('Ende.', ''),
        { ...copySegment('\uFFFD'), flags: ['repaired_source'] },
      ],
    });
    expect(await claimBlocks(db, { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey] })).toEqual([]);
    expect(await finishReceiving(db, id)).toMatchObject({
      status: 'queued',
      segmentCount: 67,
      doneCount: 2,
      flaggedCount: 1,
    });

    const blocks = await claimBlocks(db, { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey] });
    expect(blocks.map(({ blockNo, segments, attempts }) => [blockNo, segments.length, attempts])).toEqual([
      [0, 64, 1],
      [1, 1, 1],
    ]);
    const running = await findTranslation(db, owned);
    expect(running).toMatchObject({ status: 'running', finishedAt: null });
    expect(running?.startedAt).toBeInstanceOf(Date);
    for (const block of blocks) expect(await complete(db, 'a', block)).toBe(true);
    const done = await findTranslation(db, owned);
    expect(done).toMatchObject({
      status: 'done',
      doneCount: 67,
      flaggedCount: 1,
      startedAt: running?.startedAt,
    });
    expect(Math.abs((done?.finishedAt?.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    const tail = await readSegments(db, { id, from: 63, limit: 10 });
    expect(tail.map(({ targetText, gap }) => targetText + gap)).toEqual([
      '<Satz 63.> ',
      '\n\n',
      '<Ende.>',
      '\uFFFD\n',
    ]);
    expect(tail.map(({ origin }) => origin)).toEqual(['model', 'copy', 'model', 'copy']);
    expect(tail[3]?.flags).toEqual(['repaired_source']);
  });

  test('with nothing to translate is done as soon as it is received', async () => {
    const { db } = database;
    const text = newText();
    const id = await beginTranslation(db, text);
    await appendBlocks(db, id, { firstIndex: 0, segments: [copySegment('1.'), copySegment('2.')] });
    const record = await finishReceiving(db, id);
    expect(record).toMatchObject({ status: 'done', doneCount: 2 });
    expect(record.finishedAt).toBeInstanceOf(Date);
    expect(await finishReceiving(db, id)).toEqual(record);
    expect((await finishReceiving(db, await beginTranslation(db, newText()))).status).toBe('done');
  });

  test('takes the same blocks again without storing them twice, and refuses those out of order', async () => {
    const { db } = database;
    const text = newText();
    const id = await beginTranslation(db, text);
    const append = (firstIndex: number, count: number) =>
      appendBlocks(db, id, { firstIndex, segments: sentences(count) });
    await append(0, 128);
    await append(0, 128);
    await expect(append(64, 3)).rejects.toMatchObject({ code: 'out_of_order' });
    await expect(append(192, 3)).rejects.toMatchObject({ code: 'out_of_order' });
    await append(128, 3);
    await expect(append(131, 3)).rejects.toMatchObject({ code: 'out_of_order' });
    expect(await finishReceiving(db, id)).toMatchObject({ segmentCount: 131 });
    await expect(append(192, 1)).rejects.toMatchObject({ code: 'not_receiving' });
    await expect(finishReceiving(db, randomUUID())).rejects.toMatchObject({ code: 'not_receiving' });
  });

  test('belongs to its owner alone', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await storeText(db, sentences(1), { owner });
    const stranger = { id, owner: newOwner() };
    expect(await findTranslation(db, stranger)).toBeUndefined();
    expect(await cancelTranslation(db, stranger)).toBeUndefined();
    expect(await deleteTranslation(db, stranger)).toBe(false);
    expect(await deleteTranslations(db, stranger)).toBe(0);
    expect(await findTranslation(db, { id, owner })).toMatchObject({ status: 'queued' });
  });

  test('that is cancelled keeps what is finished and takes nothing more', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const id = await storeText(db, sentences(300), { owner, modelKey });
    const claim = { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey] };
    const [first, second, third] = await claimBlocks(db, { ...claim, limit: 3 });
    if (!first || !second || !third) throw new Error('nothing claimed');
    await complete(db, 'a', first);
    expect(await renewLeases(db, { leaseOwner: 'a', leaseMs, blocks: [first, second] })).toEqual([
      { translationId: id, blockNo: 1 },
    ]);
    const cancelled = await cancelTranslation(db, { id, owner });
    expect(cancelled).toMatchObject({ status: 'cancelled', doneCount: 64 });
    expect(await cancelTranslation(db, { id, owner })).toEqual(cancelled);
    expect(await renewLeases(db, { leaseOwner: 'a', leaseMs, blocks: [second, third] })).toEqual([]);
    expect(await complete(db, 'a', second)).toBe(false);
    expect(await claimBlocks(db, claim)).toEqual([]);
    expect(await findTranslation(db, { id, owner })).toEqual(cancelled);
    expect(await readFinishedRun(db, { id, from: 0, limit: 1000 })).toHaveLength(64);
  });

  test('that is resumed goes on where it was, as often as one likes', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const id = await storeText(db, sentences(300), { owner, modelKey });
    const claim = { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey], limit: 1 };
    for (let round = 0; round < 3; round++) {
      const [block, lost] = await claimBlocks(db, { ...claim, limit: 2 });
      if (!block || !lost) throw new Error('nothing claimed');
      expect(block).toMatchObject({ blockNo: round, attempts: 1 });
      await complete(db, 'a', block);
      await cancelTranslation(db, { id, owner });
      expect(await resumeTranslation(db, { id, owner: newOwner() })).toBeUndefined();
      const resumed = await resumeTranslation(db, { id, owner });
      expect(resumed).toMatchObject({ status: 'queued', doneCount: 64 * (round + 1), finishedAt: null });
      expect(await resumeTranslation(db, { id, owner })).toEqual(resumed);
      expect(await complete(db, 'a', lost)).toBe(false);
    }
    for (const block of await claimBlocks(db, { ...claim, limit: 10 })) await complete(db, 'a', block);
    const done = await findTranslation(db, { id, owner });
    expect(done).toMatchObject({ status: 'done', doneCount: 300 });
    expect(await resumeTranslation(db, { id, owner })).toEqual(done);
    await deleteTranslation(db, { id, owner });
    expect(await resumeTranslation(db, { id, owner })).toBeUndefined();
  });

  test('cancelled behind the back of the queue is dropped by the next claim', async () => {
    const { db } = database;
    const modelKey = newModel();
    const gone = await storeText(db, sentences(3000), { modelKey });
    const wanted = await storeText(db, sentences(100), { modelKey });
    const [claimed] = await claimBlocks(db, { leaseMs, limit: 1, leaseOwner: 'a', modelKeys: [modelKey] });
    // As if the process that cancels had died after its first statement.
    await db
      .updateTable('translation')
      .set({ status: 'cancelled' })
      .where('status', '=', 'running')
      .where('model_key', '=', modelKey)
      .execute();
    if (!claimed) throw new Error('nothing claimed');
    expect(claimed.translationId).toBe(gone);
    expect(await complete(db, 'a', claimed)).toBe(false);
    expect(await readSegments(db, { id: gone, from: 0, limit: 64 })).toSatisfy(
      (segments: { targetText: unknown }[]) => segments.every(({ targetText }) => targetText === null),
    );
    const blocks = await claimBlocks(db, { leaseMs, limit: 2, leaseOwner: 'b', modelKeys: [modelKey] });
    expect(blocks.map(({ translationId, blockNo }) => [translationId, blockNo])).toEqual([
      [wanted, 0],
      [wanted, 1],
    ]);
  });

  test('that is deleted is out of sight, and its results are dropped', async () => {
    const { db } = database;
    const modelKey = newModel();
    const owner = newOwner();
    const id = await storeText(db, sentences(100), { owner, modelKey });
    const other = await storeText(db, sentences(1), { owner });
    const [block] = await claimBlocks(db, { leaseMs, limit: 1, leaseOwner: 'a', modelKeys: [modelKey] });
    if (!block) throw new Error('nothing claimed');
    expect(await deleteTranslation(db, { id, owner })).toBe(true);
    expect(await deleteTranslation(db, { id, owner })).toBe(false);
    expect(await findTranslation(db, { id, owner })).toBeUndefined();
    expect(await cancelTranslation(db, { id, owner })).toBeUndefined();
    expect(await complete(db, 'a', block)).toBe(false);
    expect(await claimBlocks(db, { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey] })).toEqual([]);
    expect(await deleteTranslations(db, { owner })).toBe(1);
    expect(await findTranslation(db, { id: other, owner })).toBeUndefined();
  });

  test('whose upload breaks off leaves nothing to see', async () => {
    const { db } = database;
    const [broken, stale, fresh] = [newText(), newText(), newText()];
    const [brokenId, staleId, freshId] = [
      await beginTranslation(db, broken),
      await beginTranslation(db, stale),
      await beginTranslation(db, fresh),
    ];
    await appendBlocks(db, brokenId, { firstIndex: 0, segments: sentences(64) });
    await abandonReceiving(db, brokenId);
    expect(await findTranslation(db, { id: brokenId, owner: broken.owner })).toBeUndefined();
    await expect(
      appendBlocks(db, brokenId, { firstIndex: 64, segments: sentences(1) }),
    ).rejects.toMatchObject({ code: 'not_receiving' });
    await expect(finishReceiving(db, brokenId)).rejects.toMatchObject({ code: 'not_receiving' });
    await db
      .updateTable('translation')
      .set({ received_at: new Date(Date.now() - 7_200_000) })
      .where('owner', '=', stale.owner)
      .execute();
    expect(await removeStaleReceiving(db, { olderThanMs: 3_600_000 })).toBe(1);
    expect(await findTranslation(db, { id: staleId, owner: stale.owner })).toBeUndefined();
    expect(await findTranslation(db, { id: freshId, owner: fresh.owner })).toMatchObject({
      status: 'receiving',
    });
  });

  test('is read in runs that stop at the first open segment', async () => {
    const { db } = database;
    const modelKey = newModel();
    const id = await storeText(db, [copySegment('1'), copySegment('2'), ...sentences(62), ...sentences(66)], {
      modelKey,
    });
    const run = async (from: number, limit = 1000) =>
      (await readFinishedRun(db, { id, from, limit })).map(({ index }) => index);
    expect(await run(0)).toEqual([0, 1]);
    expect(await run(2)).toEqual([]);
    const blocks = await claimBlocks(db, { ...claimAll, leaseOwner: 'a', modelKeys: [modelKey] });
    const [first, second, third] = blocks;
    if (!first || !second || !third) throw new Error('nothing claimed');
    await complete(db, 'a', second);
    expect(await run(2)).toEqual([]);
    expect(await run(64)).toHaveLength(64);
    expect(await run(100, 10)).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
    await complete(db, 'a', first);
    expect((await run(0)).at(-1)).toBe(127);
    await complete(db, 'a', third);
    expect(await run(120)).toEqual([120, 121, 122, 123, 124, 125, 126, 127, 128, 129]);
    expect(await run(130)).toEqual([]);
    const { index: _, ...result } = { index: 0, targetText: 'x', origin: 'model' as const, flags: [] };
    expect(
      await completeBlock(db, {
        leaseOwner: 'a',
        translationId: id,
        blockNo: 2,
        results: [{ index: 128, ...result }],
      }),
    ).toBe(false);
  });
});
