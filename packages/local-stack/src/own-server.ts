import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql, { type RowDataPacket } from 'mysql2/promise';
import { startPrivateServer } from './database/private-server.ts';
import { findProgram } from './database/test-servers.ts';
import { endWithUs } from './end-with-us.ts';

/** A database server of one test's own, which may be stopped, killed and started again under its readers. */
export interface OwnServer {
  /** Of the account that owns its databases. */
  readonly url: string;
  /** Of the account that the service has: no changes of the schema. */
  readonly appUrl: string;
  /** Of the process that runs now. */
  readonly pid: number;
  stop(): Promise<void>;
  /** SIGKILL: what was committed must be there afterwards. */
  kill(): Promise<void>;
  /** Again, on the same port. */
  start(): Promise<void>;
  /** Ends all connections of its clients; returns how many. */
  killConnections(): Promise<number>;
  /** Stops it and removes its data. */
  remove(): Promise<void>;
}

/** @throws Error when the machine has no database server and cannot get one. */
export async function startOwnServer(): Promise<OwnServer> {
  const { signal } = new AbortController();
  const program = (await findProgram('mariadb', signal)) ?? (await findProgram('mysql', signal));
  if (program === undefined) throw new Error('There is no database server on this machine.');
  const folder = mkdtempSync(join(tmpdir(), 'unlimited-db-'));
  const options = { program, folder, passwords: { app: 'app', owner: 'owner' } };
  let server = await startPrivateServer(options);
  let released = endWithUs(server.process.pid);
  return {
    url: server.ownerUrl,
    appUrl: server.url,
    get pid() {
      return server.process.pid;
    },
    stop: () => server.stop(),
    kill: () => server.process.kill(),
    async start() {
      released();
      server = await startPrivateServer(options);
      released = endWithUs(server.process.pid);
    },
    killConnections: () => killConnections(server.ownerUrl),
    async remove() {
      await server.stop();
      released();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function killConnections(url: string): Promise<number> {
  const connection = await mysql.createConnection(url);
  try {
    const [rows] = await connection.query<RowDataPacket[]>(
      "SELECT id FROM information_schema.processlist WHERE user = 'owner' AND id <> connection_id()",
    );
    const killed = await Promise.allSettled(rows.map(({ id }) => connection.query(`KILL ${Number(id)}`)));
    return killed.filter(({ status }) => status === 'fulfilled').length;
  } finally {
    await connection.end();
  }
}
