import { expect, test } from 'vitest';
import {
  adoptTranslations,
  appendBlocks,
  beginTranslation,
  claimBlocks,
  failBlock,
  findOrphans,
  findTranslations,
  finishReceiving,
  type NewSegment,
  readGlossary,
  readSegmentSource,
  readSegments,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, newText, sentences, translate } from './support/texts.ts';

const [german, french, newFrench] = ['4'.repeat(64), '5'.repeat(64), '6'.repeat(64)];
const inFrench = (segments: NewSegment[]): NewSegment[] =>
  segments.map((segment) => ({ ...segment, blockModel: { modelKey: french, sourceLang: 'fr' } }));

describeOnServers('a text in two languages', (database) => {
  const claim = (modelKey: string) =>
    claimBlocks(database.db, { leaseOwner: 'x', leaseMs: 60_000, limit: 9, modelKeys: [modelKey] });

  test('has blocks of one model each, which are claimed by that model alone', async () => {
    const { db } = database;
    const text = newText({ modelKey: german });
    const id = await beginTranslation(db, text);
    const first = [...sentences(70, 'Satz'), ...inFrench(sentences(3, 'Phrase'))];
    await appendBlocks(db, id, { firstIndex: 0, segments: first });
    await appendBlocks(db, id, { firstIndex: 0, segments: first });
    await appendBlocks(db, id, { firstIndex: 73, segments: sentences(2, 'Schluss') });
    await expect(
      appendBlocks(db, id, { firstIndex: 75, segments: sentences(1, 'Zu spät') }),
    ).rejects.toMatchObject({ code: 'out_of_order' });
    await finishReceiving(db, id);

    const source = (index: number) => readSegmentSource(db, { id, owner: text.owner, index });
    expect(await source(71)).toMatchObject({ sourceText: 'Phrase 1.', sourceLang: 'fr', modelKey: french });
    expect(await source(74)).toMatchObject({ sourceText: 'Schluss 1.', sourceLang: 'de', modelKey: german });
    expect(await source(75)).toBeUndefined();
    expect(await readSegmentSource(db, { id, owner: newText().owner, index: 71 })).toBeUndefined();

    const ours = await claim(german);
    expect(ours.map(({ sourceLang, segments }) => [sourceLang, segments.length])).toEqual([
      ['de', 64],
      ['de', 6],
      ['de', 2],
    ]);
    for (const block of ours) await complete(db, 'x', block);
    const [theirs, ...others] = await claim(french);
    expect(others).toEqual([]);
    expect(theirs).toMatchObject({ sourceLang: 'fr', targetLang: 'en', owner: text.owner });
    expect(theirs?.segments.map(({ index }) => index)).toEqual([70, 71, 72]);
    const lease = { leaseOwner: 'x', translationId: id, blockNo: theirs?.blockNo ?? -1 };
    expect(await failBlock(db, { ...lease, maxAttempts: 1 })).toBe('given_up');
    expect(await findTranslations(db, [id])).toMatchObject([
      { status: 'done', doneCount: 75, flaggedCount: 3 },
    ]);
    const segments = await readSegments(db, { id, from: 0, limit: 100 });
    expect(segments.map(({ targetText }) => targetText)).toEqual(
      segments.map(({ sourceText, index }) =>
        index >= 70 && index < 73 ? sourceText : translate(sourceText),
      ),
    );
  });

  test('goes on after an upgrade of the second language’s model alone', async () => {
    const { db } = database;
    const id = await beginTranslation(db, newText({ modelKey: german }));
    await appendBlocks(db, id, { firstIndex: 0, segments: [...sentences(1), ...inFrench(sentences(1))] });
    await finishReceiving(db, id);
    const orphans = await findOrphans(db, { modelKeys: [german, newFrench], idleMs: 0 });
    expect(orphans).toEqual([{ modelKey: french, sourceLang: 'fr', targetLang: 'en' }]);
    for (const orphan of orphans) expect(await adoptTranslations(db, orphan, newFrench)).toBe(1);
    expect((await claim(newFrench)).map(({ segments }) => segments.map(({ index }) => index))).toEqual([[1]]);
    expect((await claim(german)).map(({ segments }) => segments.map(({ index }) => index))).toEqual([[0]]);
  });
});

describeOnServers('a glossary', (database) => {
  test('comes back as it was given, with the translation alone', async () => {
    const { db } = database;
    const glossary = [{ source: 'Straße 😀', target: 'road' }, { source: 'Ö"\\' }];
    const id = await beginTranslation(db, newText({ glossary }));
    expect(await readGlossary(db, id)).toEqual(glossary);
    expect(await findTranslations(db, [id])).toMatchObject([{ hasGlossary: true }]);
    const other = await beginTranslation(db, newText());
    expect(await readGlossary(db, other)).toBeUndefined();
    expect(await findTranslations(db, [other])).toMatchObject([{ hasGlossary: false, detected: false }]);
  });
});
