import { inspect } from 'node:util';
import fc from 'fast-check';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import {
  appendBlocks,
  beginTranslation,
  claimBlocks,
  createDatabase,
  lookupMemory,
  migrateToLatest,
  pingDatabase,
  readSegments,
  storeMemory,
} from '../src/index.ts';
import { createEmptyDatabase, describeOnServers, serverUrls } from './support/databases.ts';
import { complete, modelKey, newText, openSegment, storeText, translate } from './support/texts.ts';

describe.each(serverUrls)('migrations', (serverUrl) => {
  test('of five that start together on an empty database: each migration is applied once, all return', async () => {
    const { db, url, drop } = await createEmptyDatabase(serverUrl);
    const replicas = Array.from({ length: 5 }, () => createDatabase({ url, poolSize: 2 }));
    try {
      const applied = (await Promise.all(replicas.map(migrateToLatest))).flat();
      expect(applied.length).toBeGreaterThan(0);
      expect(new Set(applied).size).toBe(applied.length);
      expect(await migrateToLatest(db)).toEqual([]);
      const { rows } = await sql<{ count: number }>`select count(*) as count from translation`.execute(db);
      expect(rows).toEqual([{ count: 0 }]);
    } finally {
      await Promise.all(replicas.map((replica) => replica.destroy()));
      await drop();
    }
  });
});

describeOnServers('what is stored', (database) => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(
      '',
      ' ',
      '\0',
      'a ',
      'a\0 ',
      '😀🏽 ',
      '\'\\"%_`\x1a\r\n\b',
      'שלום\u202E',
      '\uFEFF\uFFFF\u{10FFFF}',
      'ß ss ẞ',
    ),
  );

  test('comes back exactly, whatever characters it has', async () => {
    const { db } = database;
    const triples = fc.array(fc.tuple(anyText, anyText, anyText), { minLength: 1, maxLength: 64 });
    await fc.assert(
      fc.asyncProperty(triples, async (texts) => {
        const id = await beginTranslation(db, newText());
        const segments = texts.map(([sourceText, gap, targetText]) => ({
          sourceText,
          gap,
          targetText,
          origin: 'copy' as const,
          flags: [],
        }));
        await appendBlocks(db, id, { firstIndex: 0, segments });
        expect(await readSegments(db, { id, from: 0, limit: 1000 })).toEqual(
          segments.map((segment, index) => ({ index, ...segment })),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('may be as long as a segment can be', async () => {
    const { db } = database;
    const longest = ['\0'.repeat(16_384), '\uFFFD'.repeat(16_384), '😀'.repeat(8192), "'".repeat(16_384)];
    const segments = Array.from({ length: 128 }, (_, index) =>
      openSegment(longest[index % 4] as string, longest[(index + 1) % 4]),
    );
    const id = await storeText(db, segments);
    const claimed = await claimBlocks(db, {
      leaseOwner: 'long',
      leaseMs: 60_000,
      limit: 10,
      modelKeys: [modelKey],
    });
    for (const block of claimed) await complete(db, 'long', block);
    const stored = await readSegments(db, { id, from: 0, limit: 1000 });
    expect(stored.every((segment, index) => segment.sourceText === segments[index]?.sourceText)).toBe(true);
    expect(stored.every((segment, index) => segment.gap === segments[index]?.gap)).toBe(true);
    expect(stored.every((segment) => segment.targetText === translate(segment.sourceText))).toBe(true);
  });

  test('that is too long for its column is an error, not cut off', async () => {
    const { db } = database;
    const id = await beginTranslation(db, newText());
    const append = appendBlocks(db, id, { firstIndex: 0, segments: [openSegment('x'.repeat(70_000))] });
    await expect(append).rejects.toMatchObject({ errno: 1406 });
    // Errors are logged, and the statement holds the text.
    expect(inspect(await append.catch((error) => error), { showHidden: true, depth: 9 })).not.toContain(
      'xxx',
    );
    expect(await readSegments(db, { id, from: 0, limit: 10 })).toEqual([]);
  });

  test('in memory is found by the exact text only', async () => {
    const { db } = database;
    const texts = ['Äpfel', 'äpfel', 'Apfel', 'Äpfel ', 'Äpfel\0', '', '😀', '😎', 'A\u0308pfel'];
    await storeMemory(db, {
      modelKey,
      entries: texts.map((sourceText) => ({ sourceText, targetText: `${sourceText}!`, flags: [] })),
    });
    const found = await lookupMemory(db, { modelKey, sourceTexts: [...texts, ...texts, 'ÄPFEL', ' '] });
    expect(found).toEqual(new Map(texts.map((text) => [text, { targetText: `${text}!`, flags: [] }])));
    expect(await lookupMemory(db, { modelKey: 'b', sourceTexts: texts })).toEqual(new Map());
  });
});

describe.each(serverUrls)('a connection', (serverUrl) => {
  test('uses UTC, READ COMMITTED and strict mode, whatever the server is set to', async () => {
    const db = createDatabase({ url: serverUrl, poolSize: 3 });
    const ask = () =>
      sql<{
        at: Date;
        zone: string;
        mode: string;
      }>`select now(6) as at, @@time_zone as zone, @@sql_mode as mode, sleep(0.05)`.execute(db);
    for (const { rows } of await Promise.all([ask(), ask(), ask()])) {
      expect(rows[0]).toMatchObject({ zone: '+00:00', mode: expect.stringContaining('STRICT_ALL_TABLES') });
      expect(Math.abs(Date.now() - (rows[0]?.at.getTime() ?? 0))).toBeLessThan(30_000);
    }
    await pingDatabase(db);
    await db.destroy();
  });

  test('that cannot be made, or does not answer, fails the ping', async () => {
    const url = new URL(serverUrl);
    url.port = '9';
    const nowhere = createDatabase({ url: url.href });
    await expect(pingDatabase(nowhere)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await nowhere.destroy();
    const busy = createDatabase({ url: serverUrl, poolSize: 1 });
    const sleep = sql`select sleep(0.5)`.execute(busy);
    await expect(pingDatabase(busy, { timeoutMs: 100 })).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await sleep;
    await pingDatabase(busy);
    await busy.destroy();
  });
});
