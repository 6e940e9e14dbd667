import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import { createDatabase, type Db, migrateToLatest } from '../../src/index.ts';

/** Servers to test on: users that may create databases named `translation_…`. */
export const serverUrls = (process.env.TEST_DATABASE_URLS ?? '').split(',').filter((url) => url !== '');

if (serverUrls.length === 0) throw new Error('TEST_DATABASE_URLS names no server (comma-separated URLs)');

export interface TestDatabase {
  readonly db: Db;
  readonly url: string;
}

/** A database of one's own on a server, without tables. */
export async function createEmptyDatabase(serverUrl: string, poolSize = 10) {
  const name = `translation_${randomBytes(6).toString('hex')}`;
  const server = createDatabase({ url: serverUrl, poolSize: 1 });
  await sql`create database ${sql.id(name)} character set utf8mb4`.execute(server);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const db = createDatabase({ url: url.href, poolSize });
  return {
    db,
    url: url.href,
    async drop() {
      await db.destroy();
      await sql`drop database ${sql.id(name)}`.execute(server);
      await server.destroy();
    },
  };
}

/** Runs a suite once per server, each time on a migrated database of its own, which it gets before its tests run. */
export function describeOnServers(title: string, suite: (database: TestDatabase) => void): void {
  describe.each(serverUrls.map((url) => ({ url, port: new URL(url).port })))(
    `${title} (:$port)`,
    ({ url }) => {
      const database: { -readonly [name in keyof TestDatabase]?: TestDatabase[name] } = {};
      let drop: (() => Promise<void>) | undefined;
      beforeAll(async () => {
        const created = await createEmptyDatabase(url);
        drop = created.drop;
        await migrateToLatest(created.db);
        database.db = created.db;
        database.url = created.url;
      });
      afterAll(() => drop?.());
      suite(database as TestDatabase);
    },
  );
}
