import { randomBytes } from 'node:crypto';
import mysql from 'mysql2/promise';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** The servers that tests run against, one of each engine: `TEST_DATABASE_URLS`, which `npm test` sets. */
export function testDatabaseUrls(env: NodeJS.ProcessEnv = process.env): string[] {
  const urls = (env.TEST_DATABASE_URLS ?? '').split(',').filter((url) => url !== '');
  if (urls.length > 0) return urls;
  throw new Error('TEST_DATABASE_URLS names no server: run the tests with `npm test`, or set it.');
}

/**
 * An empty database on a server, with a name of its own that begins with `translation_`.
 *
 * @param serverUrl Of an account that may make such databases; the first of `TEST_DATABASE_URLS` if not given.
 */
export async function createTestDatabase(
  serverUrl: string = testDatabaseUrls()[0] as string,
): Promise<TestDatabase> {
  const name = `translation_${randomBytes(6).toString('hex')}`;
  await execute(serverUrl, `CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, `DROP DATABASE IF EXISTS \`${name}\``) };
}

async function execute(serverUrl: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(serverUrl);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}
