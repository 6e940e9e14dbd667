import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRunning } from '../bootstrap/process-identity.mjs';
import { startPrivateServer } from '../src/database/private-server.ts';
import { installedServers, isRecentEnough } from '../src/database/server-program.ts';

const program = installedServers().find(isRecentEnough);
const passwords = { app: "p'ä\\ss", owner: "o'ß\\" };
let folder: string;

beforeEach(() => {
  // A name too long for a Unix socket in it, with a space.
  folder = join(mkdtempSync(join(tmpdir(), 'unlimited-server-')), `a folder ${'long'.repeat(30)}`);
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

async function query(url: string, sql: string): Promise<unknown> {
  const connection = await mysql.createConnection(url);
  try {
    return (await connection.query(sql))[0];
  } finally {
    await connection.end();
  }
}

describe.skipIf(!program)('a private server', { timeout: 120_000 }, () => {
  const start = () =>
    startPrivateServer({ program: program as NonNullable<typeof program>, folder, passwords });

  test('keeps its data and its port over a restart, and listens on 127.0.0.1 only', async () => {
    const first = await start();
    await query(first.ownerUrl, 'CREATE TABLE kept (word VARCHAR(20))');
    await query(first.url, "INSERT INTO kept VALUES ('Ähre')");
    await first.stop();
    expect(isRunning(first.process.identity)).toBe(false);

    const second = await start();
    try {
      expect(second.url).toBe(first.url);
      expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'Ähre' }]);
      expect(await query(second.url, 'SELECT @@bind_address AS address')).toEqual([{ address: '127.0.0.1' }]);
      expect(statSync(join(folder, 'start.sql')).mode & 0o077).toBe(0);
    } finally {
      await second.stop();
    }
  });

  test('lets in only its two accounts, and only the owner changes the schema', async () => {
    const server = await start();
    try {
      const other = (user: string, secret: string) => {
        const url = new URL(server.url);
        return Object.assign(url, { username: user, password: secret, pathname: '/' }).href;
      };
      await expect(query(other('root', ''), 'SELECT 1')).rejects.toThrow(/denied/i);
      await expect(query(other('app', 'wrong'), 'SELECT 1')).rejects.toThrow(/denied/i);
      await expect(query(server.url, 'CREATE DATABASE elsewhere')).rejects.toThrow(/denied/i);
      await expect(query(server.ownerUrl, 'CREATE DATABASE elsewhere')).rejects.toThrow(/denied/i);
      await query(server.ownerUrl, 'CREATE DATABASE translation_anything');
      await query(server.ownerUrl, 'CREATE TABLE words (word VARCHAR(20))');
      await query(server.url, "INSERT INTO words VALUES ('Wort')");
      for (const sql of ['CREATE TABLE more (i INT)', 'DROP TABLE words', 'ALTER TABLE words ADD i INT']) {
        await expect(query(server.url, sql)).rejects.toThrow(/denied/i);
      }
    } finally {
      await server.stop();
    }
  });

  test('that was left running is taken over; one that was killed comes back', async () => {
    const left = await start();
    const adopted = await start();
    expect(adopted.adopted).toBe(true);
    expect(adopted.process.pid).toBe(left.process.pid);
    await adopted.process.kill();

    const state = join(folder, 'state.json');
    writeFileSync(
      state,
      JSON.stringify({ identity: `${process.pid}@0`, port: Number(new URL(left.url).port) }),
    );
    const next = await start();
    expect(next.adopted).toBe(false);
    await next.stop();
  });

  test('a set-up that was cut short is done again; damaged data is left alone, and the log shown', async () => {
    mkdirSync(join(folder, 'data.partial', 'mysql'), { recursive: true });
    writeFileSync(join(folder, 'data.partial', 'ibdata1'), 'half of it');
    const server = await start();
    await server.stop();
    rmSync(join(folder, 'data', 'mysql'), { recursive: true });
    await expect(start()).rejects.toThrow(/The whole log/);
    expect(existsSync(join(folder, 'data'))).toBe(true);
  });
});
