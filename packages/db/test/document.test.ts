import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  appendBlocks,
  beginTranslation,
  deleteTranslation,
  finishReceiving,
  readDocument,
  storeDocument,
  storedLength,
  sweepDeleted,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { newOwner, newText, sentences } from './support/texts.ts';

describeOnServers('the document of a translation', (database) => {
  test('comes back as it went in, counts, and goes with its translation', async () => {
    const { db } = database;
    const owner = newOwner();
    const document = randomBytes(1_300_000);
    const segments = sentences(3);
    const id = await beginTranslation(db, newText({ owner, format: 'docx' }));
    await appendBlocks(db, id, { firstIndex: 0, segments });
    await storeDocument(db, id, document);
    await storeDocument(db, id, document);
    await finishReceiving(db, id);

    expect((await readDocument(db, id))?.equals(document)).toBe(true);
    const textLength = segments.reduce((sum, { sourceText, gap }) => sum + sourceText.length + gap.length, 0);
    expect(await storedLength(db, owner)).toBe(document.length + textLength);

    await deleteTranslation(db, { id, owner });
    expect(await storedLength(db, owner)).toBe(0);
    while ((await sweepDeleted(db, { limit: 1000 })) > 0);
    const { rows } = await sql<{ n: number }>`select count(*) as n from document_part`.execute(db);
    expect(rows[0]?.n).toBe(0);
    expect(await readDocument(db, id)).toBeUndefined();
  });

  test('is stored for a text that is being received alone', async () => {
    const { db } = database;
    const owner = newOwner();
    const id = await beginTranslation(db, newText({ owner, format: 'odt' }));
    await appendBlocks(db, id, { firstIndex: 0, segments: sentences(1) });
    await finishReceiving(db, id);
    await expect(storeDocument(db, id, randomBytes(10))).rejects.toMatchObject({ code: 'not_receiving' });
    expect(await readDocument(db, id)).toBeUndefined();
  });
});
