import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type CompiledQuery, Kysely, sql } from 'kysely';
import { createDialect } from '../src/create-database.ts';
import {
  type ClaimedBlock,
  claimBlocks,
  completeBlock,
  createDatabase,
  type Database,
  type Db,
  deleteTranslation,
  findTranslations,
  listTranslations,
  lookupMemory,
  migrateToLatest,
  queueDepth,
  readFinishedRun,
  releaseBlocks,
  removeExpired,
  renewLeases,
  storeMemory,
  sweepDeleted,
  trimMemory,
} from '../src/index.ts';
import { addFinished, addMemory, addShort, addWaiting, modelKey } from './fill.ts';
import { type Measurement, measure } from './measure.ts';

/**
 * Fills a database of its own with millions of segments and shows how the stores' queries are executed and how long
 * they take: `pnpm bench [--millions 10]`, on the server of `DATABASE_URL` (a user that may create databases).
 */
const { values } = parseArgs({ options: { millions: { type: 'string', default: '1' } } });
const segmentCount = Number(values.millions) * 1_000_000;
const memoryCount = Math.min(segmentCount / 2, 1_000_000);
const serverUrl = process.env.DATABASE_URL;
if (!serverUrl || !(segmentCount > 0))
  throw new Error('DATABASE_URL names the server, --millions is a number');

const name = `translation_bench_${randomBytes(4).toString('hex')}`;
const server = createDatabase({ url: serverUrl, poolSize: 1 });
await sql`create database ${sql.id(name)}`.execute(server);
const url = new URL(serverUrl);
url.pathname = `/${name}`;
const queries: CompiledQuery[] = [];
const db: Db = new Kysely<Database>({
  dialect: createDialect({ url: url.href }),
  log: (event) => void queries.push(event.query),
});

try {
  await migrateToLatest(db);
  const owner = randomBytes(32);
  const novel = await fill(owner);
  const { rows } = await sql<{ version: string }>`select version() as version`.execute(db);
  console.log(`\n${rows[0]?.version}, ${values.millions} M finished segments\n`);
  for (const measurement of await measureAll(owner, novel)) show(measurement);
} finally {
  await db.destroy();
  await sql`drop database ${sql.id(name)}`.execute(server);
  await server.destroy();
}

async function fill(owner: Buffer): Promise<string> {
  await timed(`${segmentCount} finished segments, copied by the server`, () =>
    addFinished(db, segmentCount, owner),
  );
  await timed(`${memoryCount} memory entries, made by the server`, () => addMemory(db, memoryCount));
  await timed('200000 other translations', () => addShort(db, 200_000));
  let novel = '';
  await timed('20 waiting novels of 20,000 segments, as an upload stores them', async () => {
    for (let made = 0; made < 20; made++) novel = await addWaiting(db, 20_000);
  });
  await sql`analyze table translation, block, segment, memory`.execute(db);
  return novel;
}

async function timed(what: string, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  queries.length = 0;
  console.log(`${what}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

async function measureAll(owner: Buffer, novel: string): Promise<Measurement[]> {
  const lease = { leaseOwner: 'bench', leaseMs: 60_000 };
  const claimed: ClaimedBlock[] = [];
  const claim = async () => {
    claimed.push(...(await claimBlocks(db, { ...lease, limit: 8, modelKeys: [modelKey] })));
  };
  const complete = async () => {
    const { translationId, blockNo, segments } = claimed.shift() as ClaimedBlock;
    const results = segments.map(({ index, sourceText }) => ({
      index,
      targetText: sourceText,
      origin: 'model' as const,
      flags: [],
    }));
    if (!(await completeBlock(db, { ...lease, translationId, blockNo, results })))
      throw new Error('lease lost');
  };
  const finished = await listTranslations(db, { owner, limit: 100 });
  const [sample] = finished;
  if (!sample) throw new Error('nothing filled');
  const ids = finished.map(({ id }) => id);
  const texts = (run: number) => Array.from({ length: 64 }, (_, at) => `Satz ${run * 977 + at * 31}`);
  const each = (title: string, runs: number, call: (run: number) => Promise<unknown>) =>
    measure(db, queries, title, runs, call);
  return [
    await each('claim 8 blocks of 20 novels', 40, claim),
    await each('claim, nothing there for this model', 40, () =>
      claimBlocks(db, { ...lease, limit: 8, modelKeys: ['0'] }),
    ),
    await each('renew 300 leases', 20, () => renewLeases(db, { ...lease, blocks: claimed.slice(0, 300) })),
    await each('complete a block of 64', 200, complete),
    await each('event poll, nothing new', 100, () =>
      readFinishedRun(db, { id: novel, from: 19_000, limit: 200 }),
    ),
    await each('event poll, 200 finished', 100, () =>
      readFinishedRun(db, { id: sample.id, from: 1000, limit: 200 }),
    ),
    await each('states of 100 watched translations', 50, () => findTranslations(db, ids)),
    await each('history, a page of 30', 50, () => listTranslations(db, { owner, limit: 30 })),
    await each('history, search that fits all', 20, () =>
      listTranslations(db, { owner, q: 'grünen Ufern', limit: 30 }),
    ),
    await each('history, search that fits nothing', 3, () =>
      listTranslations(db, { owner, q: 'Xylophon', limit: 30 }),
    ),
    await each('memory, look up 64 texts', 50, (run) =>
      lookupMemory(db, { modelKey, sourceTexts: texts(run) }),
    ),
    await each('memory, store 64 new texts', 50, (run) =>
      storeMemory(db, {
        modelKey,
        entries: texts(run).map((text) => ({ sourceText: `${text} neu`, targetText: text, flags: [] })),
      }),
    ),
    await each('memory, nothing to trim', 5, () => trimMemory(db, { maxRows: memoryCount * 2, limit: 1000 })),
    await each('memory, trim 1,000', 5, () => trimMemory(db, { maxRows: memoryCount / 4, limit: 1000 })),
    await each('queue depth', 10, () => queueDepth(db)),
    await each('mark a text of 2,000 as deleted', 20, (run) =>
      deleteTranslation(db, { id: ids[(run + 1) % ids.length] as string, owner }),
    ),
    await each('expire up to 100 texts, of none', 20, () =>
      removeExpired(db, { keepMs: 86_400_000, unkeptMs: 3_600_000, limit: 100 }),
    ),
    await each('sweep 2,000 segments', 10, () => sweepDeleted(db, { limit: 2000 })),
    await each('release 300 leases', 1, () => releaseBlocks(db, lease)),
  ];
}

function show({ name: title, medianMs, worstMs, plan }: Measurement): void {
  console.log(`| ${title} | ${medianMs.toFixed(1)} | ${worstMs.toFixed(1)} | ${plan.join('; ')} |`);
}
