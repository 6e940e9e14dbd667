import { PassThrough } from 'node:stream';
import { createTestDatabase } from '@unlimited/local-stack';
import { pino } from 'pino';
import { afterAll, beforeAll } from 'vitest';
import type { Config } from '../../src/config.ts';
import { loggerOptions } from '../../src/plugins/logging.ts';
import { readConfig } from '../../src/read-config.ts';
import { type RunningApi, startApi } from '../../src/start-api.ts';
import { Client } from './client.ts';

export interface ApiUnderTest {
  readonly url: string;
  readonly databaseUrl: string;
  /** Everything logged so far. */
  readonly log: () => string;
  /** A new visitor, with cookies of its own. */
  visitor(): Client;
}

/** The API with a database of its own and the bundled model, for one test file. */
export function runningApi(config: Partial<Record<keyof Config, string>> = {}): ApiUnderTest {
  const lines: string[] = [];
  let api: RunningApi;
  let database: Awaited<ReturnType<typeof createTestDatabase>>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const settings = { DATABASE_URL: database.url, PORT: '0', MIGRATE_AT_START: 'true', POLL_MS: '100' };
    const sink = new PassThrough().on('data', (line) => lines.push(String(line)));
    api = await startApi(readConfig({ ...settings, ...config }), pino(loggerOptions('debug'), sink));
  }, 60_000);

  afterAll(async () => {
    await api?.stop();
    await database?.drop();
  });

  return {
    get url() {
      return api.url;
    },
    get databaseUrl() {
      return database.url;
    },
    log: () => lines.join(''),
    visitor: () => new Client(api.url),
  };
}
