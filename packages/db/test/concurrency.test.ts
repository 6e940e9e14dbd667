import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  appendBlocks,
  beginTranslation,
  cancelTranslation,
  claimBlocks,
  createDatabase,
  type Db,
  deleteTranslation,
  findTranslation,
  finishReceiving,
  readSegments,
  removeExpired,
  resumeTranslation,
  sweepDeleted,
} from '../src/index.ts';
import { describeOnServers } from './support/databases.ts';
import { complete, copySegment, newOwner, newText, sentences, storeText } from './support/texts.ts';
import type { Stored } from './support/worker.ts';

const leaseMs = 60_000;

interface Replica {
  readonly process: ChildProcess;
  readonly stored: Stored[];
  readonly errors: string[];
}

let replicas = 0;

function startReplica(url: string, modelKey: string): Replica {
  const path = fileURLToPath(new URL('support/worker.ts', import.meta.url));
  const process = fork(path, [url, `replica-${++replicas}`, modelKey], { execArgv: [] });
  const replica: Replica = { process, stored: [], errors: [] };
  process.on('message', (message: Stored | { error: string }) => {
    if ('error' in message) replica.errors.push(message.error);
    else replica.stored.push(message);
  });
  return replica;
}

async function stopReplica({ process }: Replica): Promise<void> {
  process.send('stop');
  await once(process, 'exit');
}

/** The counts on a translation must be those of its segments. */
async function countsOf(db: Db, id: string) {
  const key = Buffer.from(id.replaceAll('-', ''), 'hex');
  const { rows } = await sql<{ segmentCount: number; doneCount: number; flaggedCount: number }>`
    select count(*) as segmentCount, count(target_text) as doneCount, count(nullif(flags, '')) as flaggedCount
    from segment where translation_id = ${key}`.execute(db);
  return rows[0];
}

describeOnServers('replicas at work at the same time', (database) => {
  test('share all blocks and store each once; those that die or lose their lease store nothing', async () => {
    const { db, url } = database;
    const modelKey = 'c'.repeat(64);
    const owner = newOwner();
    const running = Array.from({ length: 3 }, () => startReplica(url, modelKey));
    const dead: Replica[] = [];
    const sizes = [1, 63, 64, 65, 700, 200, 10, 2500, 128, 3, 1, 1, 900];
    const kept = new Map<string, number>();
    const dropped: string[] = [];
    for (const [position, size] of sizes.entries()) {
      const id = await beginTranslation(db, newText({ owner, modelKey }));
      const segments = [copySegment('Titel'), ...sentences(size)];
      for (let firstIndex = 0; firstIndex < segments.length; firstIndex += 640) {
        await appendBlocks(db, id, { firstIndex, segments: segments.slice(firstIndex, firstIndex + 640) });
      }
      await finishReceiving(db, id);
      kept.set(id, segments.length);
      const unwanted = await storeText(db, sentences(size * 3), { owner, modelKey });
      dropped.push(unwanted);
      await delay(50);
      if (position % 2 === 0) await deleteTranslation(db, { id: unwanted, owner });
      else await cancelTranslation(db, { id: unwanted, owner });
      if (position % 4 === 1) {
        const victim = running.shift() as Replica;
        victim.process.kill('SIGKILL');
        await once(victim.process, 'exit');
        dead.push(victim);
        running.push(startReplica(url, modelKey));
      }
      await killOneConnection(db);
      await sweepDeleted(db, { limit: 300 });
    }
    for (const [id, segmentCount] of kept) {
      await expect
        .poll(async () => (await findTranslation(db, { id, owner }))?.status, {
          timeout: 60_000,
          interval: 100,
        })
        .toBe('done');
      const record = await findTranslation(db, { id, owner });
      expect(record).toMatchObject({ segmentCount, doneCount: segmentCount, ...(await countsOf(db, id)) });
    }
    await Promise.all(running.map(stopReplica));
    await checkResults(db, [...running, ...dead], [...kept.keys()]);
    for (const id of dropped) {
      const record = await findTranslation(db, { id, owner });
      if (record) expect(record).toMatchObject((await countsOf(db, id)) as object);
    }
  }, 180_000);

  test('end a translation exactly once when they finish its last two blocks together', async () => {
    const { db, url } = database;
    const modelKey = 'd'.repeat(64);
    const owner = newOwner();
    const others = [createDatabase({ url }), createDatabase({ url })];
    for (let round = 0; round < 25; round++) {
      const id = await storeText(db, sentences(128), { owner, modelKey });
      const blocks = await claimBlocks(db, { leaseOwner: 'both', leaseMs, limit: 2, modelKeys: [modelKey] });
      const stored = await Promise.all(
        blocks.map((block, position) => complete(others[position] as Db, 'both', block)),
      );
      expect(stored).toEqual([true, true]);
      expect(await findTranslation(db, { id, owner })).toMatchObject({ status: 'done', doneCount: 128 });
    }
    await Promise.all(others.map((other) => other.destroy()));
  });

  test('that claim together get different blocks, and every block once', async () => {
    const { db, url } = database;
    const modelKey = 'e'.repeat(64);
    await storeText(db, sentences(64 * 60), { modelKey });
    const pools = Array.from({ length: 6 }, () => createDatabase({ url, poolSize: 2 }));
    const claims = await Promise.all(
      pools.map(async (pool, position) => {
        const mine: number[] = [];
        for (;;) {
          const blocks = await claimBlocks(pool, {
            leaseOwner: `pool-${position}`,
            leaseMs,
            limit: 3,
            modelKeys: [modelKey],
          });
          if (blocks.length === 0) return mine;
          mine.push(...blocks.map(({ blockNo }) => blockNo));
        }
      }),
    );
    await Promise.all(pools.map((pool) => pool.destroy()));
    expect(claims.flat().toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 60 }, (_, blockNo) => blockNo),
    );
  });

  test('delete, expire and sweep what others still write, without a lasting error', async () => {
    const { db } = database;
    const modelKey = 'f'.repeat(64);
    const owner = newOwner();
    const errors: unknown[] = [];
    const note = (error: unknown) => errors.push(error);
    await Promise.all(
      Array.from({ length: 8 }, async (_, lane) => {
        for (let round = 0; round < 8; round++) {
          const id = await storeText(db, sentences(200), { owner, modelKey });
          const leaseOwner = `lane-${lane}`;
          const blocks = await claimBlocks(db, { leaseOwner, leaseMs, limit: 3, modelKeys: [modelKey] });
          await Promise.all([
            ...blocks.map((block) => complete(db, leaseOwner, block).catch(note)),
            (round % 2 === 0
              ? deleteTranslation(db, { id, owner })
              : cancelTranslation(db, { id, owner })
            ).catch(note),
            resumeTranslation(db, { id, owner }).catch(note),
            removeExpired(db, { keepMs: 0, unkeptMs: 0, limit: 5 }).catch(note),
            sweepDeleted(db, { limit: 500 }).catch(note),
          ]);
        }
      }),
    );
    expect(errors).toEqual([]);
  }, 60_000);

  test('a resume that meets the end of a cancel leaves nothing behind that nobody works on', async () => {
    const { db } = database;
    const modelKey = 'e'.repeat(64);
    const owner = newOwner();
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const id = await storeText(db, sentences(64 * 30), { owner, modelKey });
        const cancelling = cancelTranslation(db, { id, owner });
        while ((await findTranslation(db, { id, owner }))?.status !== 'cancelled');
        await Promise.all([cancelling, resumeTranslation(db, { id, owner })]);
        return id;
      }),
    );
    for (;;) {
      const blocks = await claimBlocks(db, { leaseOwner: 'a', leaseMs, limit: 100, modelKeys: [modelKey] });
      if (blocks.length === 0) break;
      await Promise.all(blocks.map((block) => complete(db, 'a', block)));
    }
    for (const id of ids) {
      expect(await findTranslation(db, { id, owner })).toMatchObject({ status: 'done', doneCount: 64 * 30 });
    }
  }, 120_000);
});

async function killOneConnection(db: Db): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    select id from information_schema.processlist
    where db = database() and id <> connection_id() order by rand() limit 1`.execute(db);
  if (rows[0]) await sql`kill ${sql.lit(rows[0].id)}`.execute(db).catch(() => {}); // it may just have gone
}

/** Each block was stored by one attempt, and all its segments bear that one's mark. */
async function checkResults(db: Db, replicas: readonly Replica[], ids: readonly string[]): Promise<void> {
  const errors = replicas.flatMap((replica) => replica.errors);
  expect(errors.filter((error) => /DEADLOCK|1213|1205/.test(error))).toEqual([]);
  const marks = new Map<string, string[]>();
  for (const { block, mark } of replicas.flatMap((replica) => replica.stored)) {
    marks.set(block, [...(marks.get(block) ?? []), mark]);
  }
  for (const stored of marks.values()) expect(stored).toHaveLength(1);
  for (const id of ids) {
    const segments = await readSegments(db, { id, from: 0, limit: 100_000 });
    const found = new Map<number, Set<string>>();
    for (const { index, targetText, sourceText, origin } of segments) {
      if (origin === 'copy') continue;
      expect(targetText?.startsWith(`${sourceText}@`)).toBe(true);
      const blockNo = Math.floor(index / 64);
      found.set(blockNo, (found.get(blockNo) ?? new Set()).add(targetText?.split('@').at(-1) as string));
    }
    for (const [blockNo, seen] of found) {
      expect(seen.size).toBe(1);
      // A replica that was killed, or whose connection was, may have stored without telling.
      const told = marks.get(`${id}/${blockNo}`);
      if (told) expect([...seen]).toEqual(told);
    }
  }
}
