import { createTestDatabase } from '@unlimited/local-stack';
import { Client } from '../test/support/client.ts';
import { germanText } from '../test/support/german-text.ts';
import type { Figure } from './figures.ts';
import { startReplica } from './replica.ts';

const pageLength = 60_000;

/**
 * Peak memory of the API while a long text is received, translated and read. The text repeats a page of a thousand
 * sentences, so that what is measured is the flow and not the model, which runs in other processes.
 */
export async function memoryUse(options: { serverUrl: string; mebibytes: number }): Promise<Figure[]> {
  const database = await createTestDatabase(options.serverUrl);
  const replica = await startReplica(database.url);
  try {
    const visitor = new Client(replica.url);
    // Idle means warmed up: the first text brings in code and tokenizer.
    await visitor.targetText((await visitor.translate(germanText(pageLength))).id);
    const idle = replica.rssMiB();
    const page = Buffer.from(germanText(pageLength));
    const pages = Math.ceil((options.mebibytes * 2 ** 20) / page.length);
    const beganAt = performance.now();
    const { id, segmentCount } = await upload(visitor, page, pages);
    const received = performance.now();
    let length = 0;
    const response = await visitor.fetch(`/api/translations/${id}/target`);
    for await (const piece of response.body ?? []) length += piece.length;
    const read = performance.now();
    return [
      { name: 'text', value: options.mebibytes, unit: 'MiB' },
      { name: 'segments', value: segmentCount },
      { name: 'translation', value: length / 2 ** 20, unit: 'MiB' },
      { name: 'received and stored in', value: (received - beganAt) / 1000, unit: 's' },
      { name: 'translated and read in', value: (read - received) / 1000, unit: 's' },
      { name: 'idle', value: idle, unit: 'MiB RSS' },
      { name: 'peak over idle', value: replica.peakRssMiB() - idle, unit: 'MiB RSS' },
    ];
  } finally {
    await replica.stop();
    await database.drop();
  }
}

async function upload(
  visitor: Client,
  page: Buffer,
  pages: number,
): Promise<{ id: string; segmentCount: number }> {
  async function* body() {
    for (let i = 0; i < pages; i++) yield page;
  }
  const response = await visitor.upload(ReadableStream.from(body()));
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return response.json() as Promise<{ id: string; segmentCount: number }>;
}
