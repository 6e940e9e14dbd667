import { startOwnServer } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { chaos } from '../load/chaos.ts';

// The long form, with figures for the README, is `npm run test:chaos`.
test('texts survive the death of replicas, engines, connections and the database, and come out the same', async () => {
  const server = await startOwnServer();
  try {
    const lengths = [300, 300, 300, 5000, 20_000, 60_000];
    const figures = await chaos({ server, replicas: 2, lengths, everyMs: 2000 });
    const value = (name: string) => figures.find((figure) => figure.name === name)?.value;
    expect(value('segments delivered twice or never by event streams')).toBe(0);
    expect(value('replicas killed')).toBeGreaterThan(0);
  } finally {
    await server.remove();
  }
}, 600_000);
