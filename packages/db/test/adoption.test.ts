import { expect, test } from 'vitest';
import { adoptTranslations, claimBlocks, findOrphans, findTranslations } from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, sentences, storeText } from './support/texts.ts';

const [oldModel, newModel] = ['1'.repeat(64), '2'.repeat(64)];
const claim = { leaseMs: 60_000, limit: 1 };

describeOnServers('after an upgrade of the model', (database) => {
  test('what nobody works on any more goes to the new model, what is translated stays', async () => {
    const { db } = database;
    const id = await storeText(db, sentences(130), { modelKey: oldModel });
    const [first] = await claimBlocks(db, { ...claim, leaseOwner: 'old', modelKeys: [oldModel] });
    const orphans = () => findOrphans(db, { modelKeys: [newModel], idleMs: 0 });

    expect(await orphans()).toEqual([]); // an old replica is still at work
    await complete(db, 'old', first as NonNullable<typeof first>);
    expect(await findOrphans(db, { modelKeys: [newModel], idleMs: 60_000 })).toEqual([]);
    expect(await findOrphans(db, { modelKeys: [oldModel, newModel], idleMs: 0 })).toEqual([]);
    const [found, ...others] = await orphans();
    expect([found, others]).toEqual([{ modelKey: oldModel, sourceLang: 'de', targetLang: 'en' }, []]);

    expect(await adoptTranslations(db, found as NonNullable<typeof found>, newModel)).toBe(1);
    expect(await orphans()).toEqual([]);
    const rest = await claimBlocks(db, { ...claim, limit: 5, leaseOwner: 'new', modelKeys: [newModel] });
    expect(rest.map(({ blockNo }) => blockNo)).toEqual([1, 2]);
    for (const block of rest) await complete(db, 'new', block);
    expect(await findTranslations(db, [id])).toMatchObject([
      { status: 'done', doneCount: 130, modelKey: newModel },
    ]);
  });

  test('first blocks alone, where the caller asks for no later turn', async () => {
    const { db } = database;
    const modelKey = '3'.repeat(64);
    const ids = [
      await storeText(db, sentences(130), { modelKey }),
      await storeText(db, sentences(1), { modelKey }),
    ];
    const urgent = await claimBlocks(db, {
      ...claim,
      limit: 9,
      leaseOwner: 'x',
      modelKeys: [modelKey],
      maxTurn: 0,
    });
    expect(urgent.map(({ translationId, turn }) => [translationId, turn])).toEqual(ids.map((id) => [id, 0]));
  });
});
