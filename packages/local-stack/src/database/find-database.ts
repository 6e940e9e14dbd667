import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ExplainedError, lastLines } from '../../bootstrap/explained-error.mjs';
import type { Step } from '../../bootstrap/step-log.mjs';
import { canInstallPackages, installPackages } from '../debian-packages.ts';
import { dataDir } from '../paths.ts';
import type { Shutdown } from '../shutdown.ts';
import { dockerAnswers, startDockerDatabase } from './docker-database.ts';
import { type PrivateServer, startPrivateServer } from './private-server.ts';
import {
  describeOldest,
  engineNames,
  installedServers,
  isRecentEnough,
  type ServerProgram,
} from './server-program.ts';
import { canUnpackMysql, hasUnpackedMysql, unpackedMysql } from './unpacked-mysql.ts';

export interface FoundDatabase {
  readonly url: string;
  /** Of an account that may change the schema, where the other may not. */
  readonly ownerUrl?: string;
  /** The server, if it is a process of ours that may end. */
  readonly server?: PrivateServer;
}

interface Search {
  readonly step: Step;
  readonly note: (text: string) => void;
  readonly shutdown: Shutdown;
}

/**
 * A database for this checkout, the first that can be had: `DATABASE_URL`; a server on the machine, run as a private
 * instance; Docker; MariaDB, installed by apt-get; MySQL, unpacked. What is started is ended by `shutdown`.
 *
 * @throws ExplainedError that says what to do if there is none.
 */
export async function findDatabase(search: Search): Promise<FoundDatabase> {
  const given = process.env.DATABASE_URL;
  if (given) {
    search.step.detail = 'DATABASE_URL';
    return { url: given };
  }
  const found =
    (await fromMachine(search)) ??
    (await fromDocker(search)) ??
    (await fromPackages(search)) ??
    (await fromUnpacked(search));
  if (found) return found;
  throw new ExplainedError(
    `There is no database. Do one of these and start again:
  · set DATABASE_URL=mysql://user:password@host:port/database
  · install a server: ${describeOldest('mysql')}, or ${describeOldest('mariadb')}
    (Debian, Ubuntu: apt-get install mariadb-server; macOS: brew install mysql)
  · start Docker`,
  );
}

async function fromMachine(search: Search): Promise<FoundDatabase | undefined> {
  const installed = installedServers();
  const usable = installed.filter(isRecentEnough).sort((a, b) => Number(hasData(b)) - Number(hasData(a)));
  for (const { engine, version } of installed.filter((program) => !isRecentEnough(program))) {
    search.note(`${engineNames[engine]} ${version} is too old; ${describeOldest(engine)} is needed.`);
  }
  if (hasUnpackedMysql() && hasData({ engine: 'mysql' })) return undefined;
  for (const program of usable) {
    const started = await attempt(search, `${engineNames[program.engine]} did not start`, () =>
      startOwn(search, program),
    );
    if (started) return started;
  }
  return undefined;
}

async function fromDocker(search: Search): Promise<FoundDatabase | undefined> {
  if (!(await dockerAnswers(search.shutdown.signal))) return undefined;
  return attempt(search, 'Docker answers, but has no MySQL to offer', async () => {
    search.step.detail = 'MySQL 8.4 in Docker';
    const nameFile = join(dataDir, 'docker-container');
    const database = await startDockerDatabase(
      nameFile,
      keptPassword('database-password'),
      search.shutdown.signal,
    );
    search.shutdown.add(database);
    return { url: database.url };
  });
}

async function fromPackages(search: Search): Promise<FoundDatabase | undefined> {
  if (!canInstallPackages() || installedServers().some(isRecentEnough)) return undefined;
  return attempt(search, 'apt-get could not install MariaDB', async () => {
    search.step.detail = 'installing MariaDB with apt-get';
    await installPackages(['mariadb-server-core', 'mariadb-client-core'], search.shutdown.signal);
    return fromMachine(search);
  });
}

async function fromUnpacked(search: Search): Promise<FoundDatabase | undefined> {
  if (!canUnpackMysql()) return undefined;
  return attempt(search, "Debian's MySQL could not be unpacked", async () => {
    search.step.detail = 'fetching MySQL';
    return startOwn(search, await unpackedMysql(search.shutdown.signal));
  });
}

async function startOwn({ step, shutdown }: Search, program: ServerProgram): Promise<FoundDatabase> {
  step.detail = `${engineNames[program.engine]} ${program.version}, data in .data/${program.engine}`;
  const folder = join(dataDir, program.engine);
  const server = await startPrivateServer({
    program,
    folder,
    passwords: { app: keptPassword('database-password'), owner: keptPassword('database-owner-password') },
    signal: shutdown.signal,
  });
  shutdown.add({ stop: () => server.stop(), kill: () => server.process.kill() });
  if (server.adopted) step.detail = `${engineNames[program.engine]} ${program.version}, still running`;
  return { url: server.url, ownerUrl: server.ownerUrl, server };
}

/** What fails is passed over, with a word on why: the next may work. */
async function attempt<Result>(
  { note, shutdown }: Search,
  failure: string,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    shutdown.signal.throwIfAborted();
    note(`${failure}: ${lastLines(error instanceof Error ? error.message : String(error), 6)}`);
    return undefined;
  }
}

function hasData({ engine }: Pick<ServerProgram, 'engine'>): boolean {
  return existsSync(join(dataDir, engine, 'data'));
}

/** The password of an account of the private database: random, kept for the next start, readable by us alone. */
function keptPassword(name: string): string {
  const file = join(dataDir, name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}
