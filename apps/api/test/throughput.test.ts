import { testDatabaseUrls } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { throughput } from '../load/throughput.ts';

// The long form, with figures, is `npm run test:chaos -- throughput`.
test('every sentence of a long text goes through the engine once', async () => {
  const serverUrl = testDatabaseUrls()[0] as string;
  const figures = await throughput({ server: { url: serverUrl }, characters: 10_000, rounds: 1 });
  const value = (wanted: string) => Number(figures.find(({ name }) => name === wanted)?.value);
  expect(value('segments')).toBeGreaterThan(100);
  expect(value('service / bare engine')).toBeGreaterThan(0);
}, 120_000);
