import { createTestDatabase } from '@unlimited/local-stack';
import type { Figure } from './figures.ts';
import { startReplica } from './replica.ts';
import { describeLatencies, shortTexts } from './short-texts.ts';

export interface ManyClientsOptions {
  readonly serverUrl: string;
  readonly clients: number;
  readonly seconds: number;
  /** What the API may hold more at its peak than after its first second of load. */
  readonly maxGrowthMiB: number;
}

/**
 * Many clients with short texts at once.
 *
 * @throws Error at any answer but a success or a 429 or 503 with `Retry-After`, or when memory grows beyond the bound.
 */
export async function manyClients(options: ManyClientsOptions): Promise<Figure[]> {
  const { serverUrl, clients, seconds, maxGrowthMiB } = options;
  const database = await createTestDatabase(serverUrl);
  const replica = await startReplica(database.url);
  try {
    await shortTexts({ url: replica.url, clients: 10, seconds: 1 });
    const before = replica.rssMiB();
    const result = await shortTexts({ url: replica.url, clients, seconds });
    if (result.errors.length > 0) {
      throw new Error(
        `${result.errors.length} errors, such as\n${[...new Set(result.errors)].slice(0, 5).join('\n')}`,
      );
    }
    const growth = replica.peakRssMiB() - before;
    if (growth > maxGrowthMiB) throw new Error(`the API grew by ${Math.round(growth)} MiB`);
    return [
      { name: 'clients', value: clients },
      { name: 'duration', value: seconds, unit: 's' },
      { name: 'errors', value: 0 },
      { name: 'put off (429, 503 with Retry-After)', value: result.putOff },
      { name: 'characters translated', value: result.characters },
      ...describeLatencies(result),
      { name: 'memory of the API, warm', value: before, unit: 'MiB' },
      { name: 'peak over that', value: growth, unit: 'MiB' },
      { name: 'restarts of the engine', value: await replica.metric('engine_restarts_total') },
    ];
  } finally {
    await replica.stop();
    await database.drop();
  }
}
