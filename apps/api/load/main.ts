import { startOwnServer } from '@unlimited/local-stack';
import { chaos } from './chaos.ts';
import { eventStreams } from './event-streams.ts';
import { fairness } from './fairness.ts';
import { type Figure, printFigures } from './figures.ts';
import { hostileClients } from './hostile-clients.ts';
import { manyClients } from './many-clients.ts';
import { memoryHits } from './memory-hits.ts';
import { memoryUse } from './memory-use.ts';
import { throughput } from './throughput.ts';

/**
 * `npm run test:chaos [-- chaos fairness memory events hits throughput]`: all of these, or those that are named. `npm run test:load`:
 * `clients`, for `LOAD_SECONDS`, and `hostile`.
 */
const seconds = Number(process.env.LOAD_SECONDS ?? 300);
// What was started ends with this process, and a signal would not let it say so.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(1));

const server = await startOwnServer();
const serverUrl = server.url;

const runs: Readonly<Record<string, { title: string; run: () => Promise<Figure[]> }>> = {
  hits: { title: 'Translation memory', run: () => memoryHits({ serverUrl, sentences: 10_000 }) },
  throughput: {
    title: 'A long text beside the bare engine',
    run: () => throughput({ server, characters: 300_000, rounds: 6 }),
  },
  events: {
    title: 'Event streams of one replica',
    run: () => eventStreams({ serverUrl, streams: 500, texts: 10, textLength: 20_000 }),
  },
  memory: { title: 'Memory of the API', run: () => memoryUse({ serverUrl, mebibytes: 50 }) },
  fairness: {
    title: 'One sentence beside novels',
    run: () =>
      fairness({
        serverUrl,
        novelLength: 1_000_000,
        novels: 10,
        samples: 40,
        burst: { visitors: 30, times: 5 },
      }),
  },
  clients: {
    title: 'Many clients with short texts',
    run: () => manyClients({ serverUrl, clients: 200, seconds, maxGrowthMiB: 200 }),
  },
  hostile: {
    title: 'Normal users beside slow-loris and connection floods',
    run: () => hostileClients({ serverUrl, connections: 500, clients: 10, seconds: 30 }),
  },
  chaos: {
    title: 'Chaos: three replicas on one database',
    run: () =>
      chaos({
        server,
        replicas: 3,
        lengths: [...Array(20).fill(300), ...Array(6).fill(20_000), 100_000, 100_000, 1_000_000],
        everyMs: 4000,
      }),
  },
};

const onlyByName = new Set(['clients', 'hostile']);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in runs));
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(runs).join(', ')}.`);
try {
  for (const [name, { title, run }] of Object.entries(runs)) {
    const isWanted = wanted.length === 0 ? !onlyByName.has(name) : wanted.includes(name);
    if (isWanted) printFigures(title, await run());
  }
} finally {
  await server.remove();
}
