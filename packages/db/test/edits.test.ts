import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  cancelTranslation,
  claimBlocks,
  completeBlock,
  deleteTranslation,
  editSegment,
  failBlock,
  findTranslation,
  listTranslations,
  readEdited,
  readSegments,
  sweepDeleted,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, newOwner, resultsOf, sentences, storeText } from './support/texts.ts';

describeOnServers('an edit', (database) => {
  const claim = (modelKey: string) =>
    claimBlocks(database.db, { leaseOwner: 'x', leaseMs: 60_000, limit: 9, modelKeys: [modelKey] });
  const begin = async (count: number, modelKey: string) => {
    const owner = newOwner();
    const id = await storeText(database.db, sentences(count), { owner, modelKey });
    const edit = (index: number, targetText: string) =>
      editSegment(database.db, { id, owner, index, targetText });
    const read = async (index: number) => (await readSegments(database.db, { id, from: index, limit: 1 }))[0];
    return { owner, id, edit, read, state: () => findTranslation(database.db, { id, owner }) };
  };

  test('takes the place of a target text and its flags, and is found', async () => {
    const { db } = database;
    const modelKey = 'a1'.repeat(32);
    const { owner, id, edit, read, state } = await begin(3, modelKey);
    const [block] = await claim(modelKey);
    if (block === undefined) throw new Error('one block');
    const results = resultsOf(block).map((result) => ({ ...result, flags: ['repetition', 'length_off'] }));
    await completeBlock(db, { leaseOwner: 'x', ...block, results });
    expect(await state()).toMatchObject({ flaggedCount: 3, editCount: 0 });

    const edited = await edit(1, 'Sentence “one” 😀');
    expect(edited).toEqual({
      index: 1,
      sourceText: 'Satz 1.',
      gap: ' ',
      targetText: 'Sentence “one” 😀',
      origin: 'edit',
      flags: [],
    });
    expect(await read(1)).toEqual(edited);
    await edit(1, 'Sentence one');
    expect(await state()).toMatchObject({ flaggedCount: 2, doneCount: 3, editCount: 2, status: 'done' });
    const found = async (q: string) =>
      (await listTranslations(db, { owner, q, limit: 9 })).map(({ id }) => id);
    expect(await found('sentence one')).toEqual([id]);
    expect(await found('“one”')).toEqual([]);
  });

  test('is kept by the block that is running, and the block’s other results are stored', async () => {
    const { db } = database;
    const modelKey = 'a2'.repeat(32);
    const { id, edit, read, state } = await begin(3, modelKey);
    const [block] = await claim(modelKey);
    if (block === undefined) throw new Error('one block');
    await edit(1, 'mine');
    expect(await state()).toMatchObject({ doneCount: 1, status: 'running' });
    const results = resultsOf(block).map((result) => ({ ...result, flags: ['length_off'] }));
    expect(await completeBlock(db, { leaseOwner: 'x', ...block, results })).toBe(true);
    expect(await read(1)).toMatchObject({ targetText: 'mine', origin: 'edit', flags: [] });
    expect(await read(2)).toMatchObject({ targetText: '<Satz 2.>', origin: 'model' });
    expect(await state()).toMatchObject({ doneCount: 3, flaggedCount: 2, status: 'done' });
    expect(await readEdited(db, { id, since: 0, until: 1, below: 2 })).toMatchObject([{ index: 1 }]);
  });

  test('is kept by a retry, by giving up, and by a claim', async () => {
    const { db } = database;
    const modelKey = 'a3'.repeat(32);
    const { edit, read, state } = await begin(3, modelKey);
    await edit(0, 'before the first claim');
    const [block] = await claim(modelKey);
    if (block === undefined) throw new Error('one block');
    expect(block.segments.map(({ index }) => index)).toEqual([1, 2]);
    expect(await failBlock(db, { leaseOwner: 'x', ...block, maxAttempts: 2 })).toBe('retry');
    await edit(1, 'before the second');
    const [again] = await claim(modelKey);
    if (again === undefined) throw new Error('one block');
    expect(await failBlock(db, { leaseOwner: 'x', ...again, maxAttempts: 2 })).toBe('given_up');
    expect(await read(0)).toMatchObject({ targetText: 'before the first claim' });
    expect(await read(1)).toMatchObject({ targetText: 'before the second', flags: [] });
    expect(await read(2)).toMatchObject({ targetText: 'Satz 2.', flags: ['untranslated'] });
    expect(await state()).toMatchObject({ status: 'done', doneCount: 3, flaggedCount: 1 });
  });

  test('of the last open segment ends the translation, and the block’s lease', async () => {
    const { db } = database;
    const modelKey = 'a4'.repeat(32);
    const { edit, read, state } = await begin(2, modelKey);
    const [block] = await claim(modelKey);
    if (block === undefined) throw new Error('one block');
    await edit(0, 'one');
    await edit(1, 'two');
    expect(await state()).toMatchObject({ status: 'done', doneCount: 2 });
    expect((await state())?.finishedAt).toBeInstanceOf(Date);
    expect(await complete(db, 'x', block)).toBe(false);
    expect(await claim(modelKey)).toEqual([]);
    expect(await read(1)).toMatchObject({ targetText: 'two' });
  });

  test('of many at once is counted once each and numbered without a hole', async () => {
    const { db } = database;
    const { id, edit, state } = await begin(130, 'a5'.repeat(32));
    await Promise.all(Array.from({ length: 40 }, (_, i) => edit((i * 3) % 130, `edit ${i}`)));
    expect(await state()).toMatchObject({ doneCount: 40, editCount: 40 });
    const edited = await readEdited(db, { id, since: 0, until: 40, below: 130 });
    expect(edited).toHaveLength(40);
    const { rows } = await sql<{ open: number }>`select sum(open_count) as open from block
      where translation_id = unhex(replace(${id}, '-', ''))`.execute(db);
    expect(Number(rows[0]?.open)).toBe(90);
  });

  test('of a cancelled translation leaves it cancelled', async () => {
    const { db } = database;
    const { owner, id, edit, state } = await begin(2, 'a6'.repeat(32));
    await cancelTranslation(db, { id, owner });
    await edit(0, 'one');
    await edit(1, 'two');
    expect(await state()).toMatchObject({ status: 'cancelled', doneCount: 2 });
  });

  test('is the owner’s alone, of what is there, and goes with the translation', async () => {
    const { db } = database;
    const { owner, id, edit, read } = await begin(1, 'a7'.repeat(32));
    expect(await edit(1, 'no such segment')).toBeUndefined();
    expect(await editSegment(db, { id, owner: newOwner(), index: 0, targetText: 'theirs' })).toBeUndefined();
    expect(await read(0)).toMatchObject({ targetText: null });
    await edit(0, 'mine');
    await deleteTranslation(db, { id, owner });
    expect(await edit(0, 'too late')).toBeUndefined();
    while ((await sweepDeleted(db, { limit: 1000 })) > 0);
    const { rows } =
      await sql`select 1 from edit where translation_id = unhex(replace(${id}, '-', ''))`.execute(db);
    expect(rows).toEqual([]);
  });
});
