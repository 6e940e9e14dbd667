import { createTestDatabase } from '@unlimited/local-stack';
import { Client } from '../test/support/client.ts';
import { germanText } from '../test/support/german-text.ts';
import { type Figure, percentile } from './figures.ts';
import { type Replica, startReplica } from './replica.ts';

export interface FairnessOptions {
  readonly serverUrl: string;
  /** Length of a novel, UTF-16 code units. */
  readonly novelLength: number;
  readonly novels: number;
  /** One-sentence translations per situation. */
  readonly samples: number;
  /** How many visitors send one at the same moment, and how often. */
  readonly burst: { readonly visitors: number; readonly times: number };
}

/** For so long batches are counted before the first sentence comes. */
const batchTimeMs = 3000;

/** How long one sentence takes, alone and among others at the same moment, while nothing else, one novel, or many novels are being translated. */
export async function fairness(options: FairnessOptions): Promise<Figure[]> {
  const database = await createTestDatabase(options.serverUrl);
  const replica = await startReplica(database.url);
  try {
    const idle = await sentenceTimes(replica, options.samples, 'leer');
    const idleBurst = await burstTimes(replica, options.burst, 'leer');
    const novelist = new Client(replica.url);
    const atOnce = `${options.burst.visitors} at once`;
    const figures = [...describe('idle', idle), ...describe(`idle, ${atOnce}`, idleBurst)];
    for (const novels of [1, options.novels]) {
      const texts = Array.from({ length: novels }, (_, i) =>
        germanText(options.novelLength, novels * 100 + i),
      );
      const ids: string[] = [];
      for (const text of texts) ids.push((await novelist.translate(text)).id);
      await until(async () => (await replica.metric('translation_segments_total')) > 0);
      const batchMs = await batchTime(replica);
      const times = await sentenceTimes(replica, options.samples, `neben ${novels}`);
      const burst = await burstTimes(replica, options.burst, `neben ${novels}`);
      const running = await Promise.all(
        ids.map((id) => novelist.json<{ status: string }>(`/api/translations/${id}`)),
      );
      if (running.some(({ status }) => status !== 'running'))
        throw new Error('a novel ended too soon to measure');
      const beside = `beside ${novels} × ${options.novelLength / 1000}k`;
      figures.push(
        ...describe(beside, times, { idle, batchMs }),
        ...describe(`${beside}, ${atOnce}`, burst, { idle: idleBurst, batchMs }),
      );
      await novelist.fetch('/api/translations', { method: 'DELETE' });
    }
    return figures;
  } finally {
    await replica.stop();
    await database.drop();
  }
}

async function sentenceTimes({ url }: Replica, samples: number, name: string): Promise<number[]> {
  const visitor = new Client(url);
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    times.push(await timeOf(visitor, `Der Brief ${i} lag ${name} auf dem Tisch.`));
    await new Promise((resolve) => setTimeout(resolve, 37 + ((i * 53) % 200)));
  }
  return times;
}

/** Visitors who each send a sentence at the same moment; again when all have their answer. */
async function burstTimes(
  { url }: Replica,
  { visitors, times }: FairnessOptions['burst'],
  name: string,
): Promise<number[]> {
  const clients = Array.from({ length: visitors }, () => new Client(url));
  const all: number[] = [];
  for (let round = 0; round < times; round++) {
    const sent = clients.map((client, i) => timeOf(client, `Stuhl ${i} stand ${name} in Saal ${round}.`));
    all.push(...(await Promise.all(sent)));
  }
  return all;
}

/** From the first byte sent to the last one of the translation, milliseconds. */
async function timeOf(visitor: Client, text: string): Promise<number> {
  const beganAt = performance.now();
  const response = await visitor.upload(text, undefined, { accept: 'text/plain' });
  await response.text();
  return performance.now() - beganAt;
}

/** The time that one process takes for one batch of what it is translating, milliseconds. */
async function batchTime(replica: Replica): Promise<number> {
  const [processes, before] = [
    await replica.metric('engine_processes_warm'),
    await replica.metric('engine_batches_total'),
  ];
  const beganAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, batchTimeMs));
  const batches = (await replica.metric('engine_batches_total')) - before;
  return ((performance.now() - beganAt) * processes) / batches;
}

function describe(
  name: string,
  times: readonly number[],
  beside?: { readonly idle: readonly number[]; readonly batchMs: number },
): Figure[] {
  return [0.5, 0.95].flatMap((share) => {
    const ms = percentile(times, share);
    const label = `${name}, p${share * 100}`;
    const figure = { name: label, value: ms, unit: 'ms' };
    if (beside === undefined) return [figure];
    const { idle, batchMs } = beside;
    return [
      figure,
      { name: `${label}, against idle`, value: ms / percentile(idle, share), unit: '×' },
      { name: `${label}, in batches of ${Math.round(batchMs)} ms`, value: ms / batchMs, unit: 'batches' },
    ];
  });
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 50));
}
