import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  deleteTranslations,
  lookupMemory,
  lookupOwnerMemory,
  rememberForOwner,
  removeExpiredOwnerMemory,
  storeMemory,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { newOwner } from './support/texts.ts';

const pair = { sourceLang: 'de', targetLang: 'en' };

describeOnServers('what an owner has remembered', (database) => {
  const remember = (owner: Buffer, sourceText: string, targetText: string, languages = pair) =>
    rememberForOwner(database.db, { owner, ...languages, sourceText, targetText });
  const lookup = (owner: Buffer, sourceTexts: string[], languages = pair) =>
    lookupOwnerMemory(database.db, { owner, ...languages, sourceTexts });

  test('is found by her alone, for that pair and that very text, the last one said', async () => {
    const [ada, ben] = [newOwner(), newOwner()];
    await remember(ada, 'Hallo', 'Hi');
    await remember(ada, 'Hallo', 'Hello there');
    await remember(ada, 'Tschüss', 'Bye');
    await remember(ben, 'Hallo', 'Good day');
    const texts = ['Hallo', 'hallo', 'Tschüss', 'Hallo', 'Unbekannt'];
    expect(await lookup(ada, texts)).toEqual(
      new Map([
        ['Hallo', 'Hello there'],
        ['Tschüss', 'Bye'],
      ]),
    );
    expect(await lookup(ben, texts)).toEqual(new Map([['Hallo', 'Good day']]));
    expect(await lookup(newOwner(), texts)).toEqual(new Map());
    expect(await lookup(ada, texts, { sourceLang: 'de', targetLang: 'fr' })).toEqual(new Map());
  });

  test('goes with her history and leaves that of others', async () => {
    const [ada, ben] = [newOwner(), newOwner()];
    await remember(ada, 'Hallo', 'Hi');
    await remember(ben, 'Hallo', 'Good day');
    await deleteTranslations(database.db, { owner: ada });
    expect((await lookup(ada, ['Hallo'])).size).toBe(0);
    expect((await lookup(ben, ['Hallo'])).size).toBe(1);
  });

  test('expires when it was long not used', async () => {
    const { db } = database;
    const owner = newOwner();
    await remember(owner, 'Alt', 'Old');
    await remember(owner, 'Neu', 'New');
    await remember(owner, 'Gebraucht', 'Used');
    await sql`update owner_memory set last_used_at = now() - interval 10 day
      where owner = ${owner} and target_text <> 'New'`.execute(db);
    await lookup(owner, ['Gebraucht']);
    expect(await removeExpiredOwnerMemory(db, { olderThanMs: 5 * 86_400_000, limit: 100 })).toBe(1);
    expect([...(await lookup(owner, ['Alt', 'Neu', 'Gebraucht'])).keys()].sort()).toEqual([
      'Gebraucht',
      'Neu',
    ]);
  });
});

describeOnServers('the common memory', (database) => {
  test('keeps what was made under a condition apart', async () => {
    const { db } = database;
    const modelKey = 'b1'.repeat(32);
    const sourceText = 'Der Bundesrat tagt.';
    const conditions = [undefined, 'a', 'b'];
    for (const condition of conditions) {
      await storeMemory(db, {
        modelKey,
        entries: [{ sourceText, condition, targetText: `under ${condition}`, flags: [] }],
      });
    }
    for (const condition of conditions) {
      const found = await lookupMemory(db, {
        modelKey,
        sourceTexts: [sourceText],
        conditionOf: () => condition,
      });
      expect(found).toEqual(new Map([[sourceText, { targetText: `under ${condition}`, flags: [] }]]));
    }
    expect(
      (await lookupMemory(db, { modelKey, sourceTexts: [sourceText], conditionOf: () => 'c' })).size,
    ).toBe(0);
  });
});
