import { expect, test } from 'vitest';
import { beginTranslation, claimBlocks, deleteTranslation, listTranslations } from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, modelKey, newOwner, newText, openSegment, storeText } from './support/texts.ts';

describeOnServers('the history', (database) => {
  test("lists an owner's translations, newest first, page by page", async () => {
    const { db } = database;
    const owner = newOwner();
    const ids: string[] = [];
    for (let made = 0; made < 7; made++)
      ids.unshift(await storeText(db, [openSegment(`Text ${made}`)], { owner }));
    await storeText(db, [openSegment('nicht behalten')], { owner, keep: false });
    await storeText(db, [openSegment('fremd')]);
    await deleteTranslation(db, { id: ids.splice(3, 1)[0] as string, owner });
    const first = await listTranslations(db, { owner, limit: 4 });
    expect(first.map(({ id }) => id)).toEqual(ids.slice(0, 4));
    expect(first[0]).toMatchObject({ excerpt: 'Text 6', status: 'queued', modelKey });
    const rest = await listTranslations(db, { owner, limit: 4, before: ids[3] });
    expect(rest.map(({ id }) => id)).toEqual(ids.slice(4));
    expect(await listTranslations(db, { owner: newOwner(), limit: 4 })).toEqual([]);
    const upload = await beginTranslation(db, newText({ owner }));
    expect((await listTranslations(db, { owner, limit: 1 }))[0]).toMatchObject({
      id: upload,
      status: 'receiving',
    });
  });

  test('is searched in source and target, by any characters', async () => {
    const { db } = database;
    const owner = newOwner();
    const far = Array.from({ length: 100 }, (_, index) => openSegment(`Satz ${index} ist lang genug.`));
    const texts = {
      percent: [openSegment('100 % sicher')],
      underscore: [openSegment('ein_name'), openSegment('C:\\Pfad')],
      umlaut: [openSegment('Die Straße nach Köln')],
      far: [...far, openSegment('Nadel im Heuhaufen 😀')],
      other: [openSegment("ein name, O'Neill, 100 Mark 😎")],
    };
    const ids = new Map<string, string>();
    for (const [name, segments] of Object.entries(texts))
      ids.set(await storeText(db, segments, { owner, modelKey: 'history' }), name);
    await storeText(db, [openSegment('Nadel von fremder Hand')], { modelKey: 'history' });
    const search = async (q: string) =>
      (await listTranslations(db, { owner, q, limit: 10 })).map(({ id }) => ids.get(id));
    expect(await search('%')).toEqual(['percent']);
    expect(await search('_')).toEqual(['underscore']);
    expect(await search('c:\\p')).toEqual(['underscore']);
    expect(await search("o'neill")).toEqual(['other']);
    expect(await search('KÖLN')).toEqual(['umlaut']);
    expect(await search('nadel')).toEqual(['far']);
    expect(await search('😎')).toEqual(['other']);
    expect(await search('100')).toEqual(['other', 'percent']);
    expect(await search('kommt nicht vor')).toEqual([]);
    expect(await search('')).toHaveLength(5);
    expect(await search('<nadel')).toEqual([]);
    const blocks = await claimBlocks(db, {
      leaseOwner: 'a',
      leaseMs: 60_000,
      limit: 100,
      modelKeys: ['history'],
    });
    for (const block of blocks) await complete(db, 'a', block);
    expect(await search('<nadel')).toEqual(['far']);
  });
});
