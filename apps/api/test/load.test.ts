import { testDatabaseUrls } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { hostileClients } from '../load/hostile-clients.ts';
import { manyClients } from '../load/many-clients.ts';

// The long forms, with figures, are `npm run test:load`.
const serverUrl = testDatabaseUrls()[0] as string;

test('many clients at once get answers, or are put off politely', async () => {
  const figures = await manyClients({ serverUrl, clients: 200, seconds: 5, maxGrowthMiB: 200 });
  expect(figures.find(({ name }) => name === 'text in, text out: answered')?.value).toBeGreaterThan(0);
}, 300_000);

test('slow and many connections leave normal users served', async () => {
  const figures = await hostileClients({ serverUrl, connections: 150, clients: 5, seconds: 6 });
  expect(figures.find(({ name }) => name === 'texts under attack')?.value).toBeGreaterThan(0);
}, 300_000);
