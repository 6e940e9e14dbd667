import { createDatabase } from '@unlimited/db';
import { createTestDatabase, startApi } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { Client } from './support/client.ts';
import { germanText } from './support/german-text.ts';

test('SIGTERM: what runs is stored, leases are given back, streams end and are resumed elsewhere', async () => {
  const database = await createTestDatabase();
  const first = await startApi({ databaseUrl: database.url });
  const visitor = new Client(first.url);
  const { id, segmentCount } = await visitor.translate(germanText(60_000));
  const indexes: number[] = [];
  let lastEventId: number | undefined;
  let stopped: Promise<void> | undefined;
  for await (const received of visitor.events(id)) {
    lastEventId = received.id ?? lastEventId;
    if (received.event.event !== 'segments') continue;
    indexes.push(...received.event.data.segments.map(({ index }) => index));
    stopped ??= first.stop();
  }
  await stopped;
  expect(first.logs()).toMatch(/"msg":"stopped"/);

  const db = createDatabase({ url: database.url, poolSize: 1 });
  const blocks = await db.selectFrom('block').select(['state', 'attempts']).execute();
  await db.destroy();
  expect(new Set(blocks.map(({ state }) => state))).toEqual(new Set(['done', 'waiting']));
  expect(blocks.filter(({ state, attempts }) => state === 'waiting' && attempts > 0)).toEqual([]);

  const second = await startApi({ databaseUrl: database.url });
  for await (const { event } of visitor.movedTo(second.url).events(id, lastEventId)) {
    if (event.event === 'segments') indexes.push(...event.data.segments.map(({ index }) => index));
  }
  expect(indexes).toEqual(Array.from({ length: segmentCount }, (_, i) => i));
  await second.stop();
  await database.drop();
});
