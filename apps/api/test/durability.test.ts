import type { Translation } from '@unlimited/contract';
import { createTestDatabase, startApi } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { germanText } from './support/german-text.ts';

const env = { LEASE_MS: '2000', LOG_LEVEL: 'info' };

test('a text of 300,000 characters survives kill -9 half-way without a word lost', async () => {
  const database = await createTestDatabase();
  const sourceText = germanText(300_000);
  let api = await startApi({ databaseUrl: database.url, env });
  try {
    const visitor = new Client(api.url);
    const { id, segmentCount } = await visitor.translate(sourceText);
    await until(visitor, id, ({ doneCount }) => doneCount > segmentCount / 4);
    await api.kill();
    api = await startApi({ databaseUrl: database.url, port: Number(new URL(api.url).port), env });
    await until(visitor, id, ({ status }) => status === 'done');

    const segments = await visitor.segments(id);
    expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(sourceText);
    expect(segments.every(({ targetText }) => targetText !== null)).toBe(true);
    expect(segments.filter(({ flags }) => flags.includes('untranslated'))).toEqual([]);
    const targetText = segments.map(({ targetText, gap }) => targetText + gap).join('');
    expect(await visitor.targetText(id)).toBe(targetText);
    expect(api.logs()).not.toMatch(/Behörde|authority/);
  } finally {
    await api.stop();
    await database.drop();
  }
}, 400_000);

async function until(visitor: Client, id: string, reached: (state: Translation) => boolean): Promise<void> {
  while (!reached(await visitor.json<Translation>(`/api/translations/${id}`))) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
