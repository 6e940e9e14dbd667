import { createTestDatabase } from '@unlimited/local-stack';
import { Client } from '../test/support/client.ts';
import type { Figure } from './figures.ts';
import { startReplica } from './replica.ts';

/** How fast a text comes back that is known already, and what one changed sentence in it costs. */
export async function memoryHits(options: { serverUrl: string; sentences: number }): Promise<Figure[]> {
  const database = await createTestDatabase(options.serverUrl);
  const replica = await startReplica(database.url);
  try {
    const visitor = new Client(replica.url);
    const sentences = Array.from({ length: options.sentences }, (_, i) => `Das ist Satz ${i} von vielen.`);
    const seconds = async (text: string) => {
      const beganAt = performance.now();
      await visitor.targetText((await visitor.translate(text)).id);
      return (performance.now() - beganAt) / 1000;
    };
    const first = await seconds(sentences.join('\n'));
    const again = await seconds(sentences.join('\n'));
    const before = await replica.metric('engine_segments_total');
    sentences[options.sentences >> 1] = 'Nur dieser eine Satz ist neu.';
    const edited = await seconds(sentences.join('\n'));
    return [
      { name: 'sentences', value: options.sentences },
      { name: 'first time', value: options.sentences / first, unit: 'segments/s' },
      { name: 'known completely', value: options.sentences / again, unit: 'segments/s' },
      { name: 'one sentence changed', value: options.sentences / edited, unit: 'segments/s' },
      {
        name: 'model calls for it',
        value: (await replica.metric('engine_segments_total')) - before,
        unit: 'segments',
      },
    ];
  } finally {
    await replica.stop();
    await database.drop();
  }
}
