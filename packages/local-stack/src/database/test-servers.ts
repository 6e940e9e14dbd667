import { rmSync } from 'node:fs';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { canInstallPackages, installPackages } from '../debian-packages.ts';
import { dataDir } from '../paths.ts';
import type { Shutdown } from '../shutdown.ts';
import { type PrivateServer, startPrivateServer } from './private-server.ts';
import { installedServers, isRecentEnough, type ServerProgram } from './server-program.ts';
import { canUnpackMysql, hasUnpackedMysql, unpackedMysql } from './unpacked-mysql.ts';

type Engine = ServerProgram['engine'];

/**
 * A server for tests, whose accounts have their names for passwords. Its data folder is kept, since setting one up takes longer
 * than all else; databases that an interrupted run left are dropped.
 *
 * @returns undefined if this machine has no such server and cannot get one.
 * @throws ExplainedError if it should be had, but something failed.
 */
export async function startTestServer(
  engine: Engine,
  shutdown: Shutdown,
): Promise<PrivateServer | undefined> {
  const program = await findProgram(engine, shutdown.signal);
  if (!program) return undefined;
  const folder = join(dataDir, 'test', engine);
  const options = {
    program,
    folder,
    passwords: { app: 'app', owner: 'owner' },
    throwaway: true,
    signal: shutdown.signal,
  };
  const server = await startPrivateServer(options).catch((error: unknown) => {
    shutdown.signal.throwIfAborted();
    // Without the safety that costs time, data may not survive a crash.
    rmSync(folder, { recursive: true, force: true });
    return startPrivateServer(options).catch(() => Promise.reject(error));
  });
  shutdown.add({ stop: () => server.stop(), kill: () => server.process.kill() });
  await dropLeftOver(server.ownerUrl);
  return server;
}

async function dropLeftOver(url: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>("SHOW DATABASES LIKE 'translation\\_%'");
    for (const name of rows.flatMap(Object.values)) await connection.query(`DROP DATABASE \`${name}\``);
  } finally {
    await connection.end();
  }
}

/** A server program of this engine, installed or unpacked first if need be and if that can be done here. */
export async function findProgram(engine: Engine, signal: AbortSignal): Promise<ServerProgram | undefined> {
  const installed = () =>
    installedServers().find((program) => program.engine === engine && isRecentEnough(program));
  const found = installed();
  if (found) return found;
  if (engine === 'mysql') return hasUnpackedMysql() || canUnpackMysql() ? unpackedMysql(signal) : undefined;
  if (!canInstallPackages()) return undefined;
  await installPackages(['mariadb-server-core', 'mariadb-client-core'], signal);
  return installed();
}
