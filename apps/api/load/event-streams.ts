import type { Translation } from '@unlimited/contract';
import { createTestDatabase } from '@unlimited/local-stack';
import { Client } from '../test/support/client.ts';
import { germanText } from '../test/support/german-text.ts';
import type { Figure } from './figures.ts';
import { startReplica } from './replica.ts';

export interface EventStreamsOptions {
  readonly serverUrl: string;
  readonly streams: number;
  /** Translations that the streams follow. */
  readonly texts: number;
  readonly textLength: number;
}

/** What many open event streams cost the replica that translates. Every tenth of them is cut once a second. */
export async function eventStreams(options: EventStreamsOptions): Promise<Figure[]> {
  const database = await createTestDatabase(options.serverUrl);
  const without = await run(database.url, { ...options, streams: options.texts }, 1);
  const many = await run(database.url, options, 1000);
  await database.drop();
  return [
    { name: 'streams', value: options.streams },
    { name: 'of them cut every second', value: many.cut },
    { name: 'segments delivered', value: many.delivered },
    { name: 'delivered twice or never', value: many.wrong },
    {
      name: 'CPU of the API per stream',
      value: ((many.cpu - without.cpu) * 1000) / options.streams,
      unit: 'ms',
    },
    {
      name: 'CPU of the API',
      value: many.cpu,
      unit: `s, ${without.cpu.toPrecision(2)} s with ${options.texts}`,
    },
    { name: 'memory per stream', value: ((many.rss - without.rss) * 1024) / options.streams, unit: 'KiB' },
    {
      name: 'duration',
      value: many.seconds,
      unit: `s, ${without.seconds.toPrecision(2)} s with ${options.texts}`,
    },
  ];
}

async function run(databaseUrl: string, { streams, texts, textLength }: EventStreamsOptions, seed: number) {
  const replica = await startReplica(databaseUrl);
  try {
    const visitor = new Client(replica.url);
    await visitor.targetText((await visitor.translate('Zum Aufwärmen.')).id);
    const cpu = replica.cpuSeconds();
    const beganAt = performance.now();
    const translations: Translation[] = [];
    for (let i = 0; i < texts; i++)
      translations.push(await visitor.translate(germanText(textLength, seed + i)));
    const readers = Array.from({ length: streams }, (_, i) => {
      const { id, segmentCount } = translations[i % texts] as Translation;
      return follow(visitor, id, segmentCount, i % 10 === 9);
    });
    const results = await Promise.all(readers);
    return {
      delivered: results.reduce((sum, { delivered }) => sum + delivered, 0),
      wrong: results.reduce((sum, { wrong }) => sum + wrong, 0),
      cut: results.filter(({ cut }) => cut).length,
      cpu: replica.cpuSeconds() - cpu,
      rss: replica.peakRssMiB(),
      seconds: (performance.now() - beganAt) / 1000,
    };
  } finally {
    await replica.stop();
  }
}

async function follow(visitor: Client, id: string, count: number, cut: boolean) {
  const seen = new Uint8Array(count);
  let lastEventId: number | undefined;
  for (let ended = false; !ended; ) {
    const signal = cut ? AbortSignal.timeout(1000) : undefined;
    try {
      for await (const received of visitor.events(id, lastEventId, signal)) {
        lastEventId = received.id ?? lastEventId;
        if (received.event.event === 'segments') {
          for (const { index } of received.event.data.segments) seen[index] = (seen[index] ?? 0) + 1;
        }
        if (received.event.event === 'problem') throw new Error(received.event.data.code);
        ended ||= received.event.event === 'done';
      }
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
  const wrong = seen.filter((times) => times !== 1).length;
  return { delivered: count - wrong, wrong, cut };
}
