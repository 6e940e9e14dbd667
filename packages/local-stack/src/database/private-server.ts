import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { ExplainedError, explainOutput, lastLines } from '../../bootstrap/explained-error.mjs';
import { adoptProcess, type DetachedProcess, startDetached } from '../detached-process.ts';
import { freePort, portProblem } from '../free-port.ts';
import {
  type AccountPasswords,
  initialise,
  runsAsRoot,
  serverOptions,
  startStatements,
} from './server-flavours.ts';
import type { ServerProgram } from './server-program.ts';
import { chooseServerUser, type ServerUser } from './server-user.ts';

export interface PrivateServerOptions {
  readonly program: ServerProgram;
  /** Holds data, log and state. Made if it is not there. */
  readonly folder: string;
  readonly passwords: AccountPasswords;
  /** Nothing survives a crash of the machine, and everything is faster. */
  readonly throwaway?: boolean;
  readonly signal?: AbortSignal;
}

export interface PrivateServer {
  /** `mysql://app:…@127.0.0.1:port/translation`: reads and writes rows. */
  readonly url: string;
  /** `mysql://owner:…@127.0.0.1:port/translation`: may change the schema, and make databases `translation_<any>`. */
  readonly ownerUrl: string;
  /** Whether it still ran, left by a run that was killed. */
  readonly adopted: boolean;
  readonly process: DetachedProcess;
  stop(): Promise<void>;
}

interface State {
  readonly identity: string;
  readonly port: number;
}

const readyWithinMs = 90_000;
const stopWithinMs = 60_000;

/**
 * Starts a server of our own with its data in a folder: on 127.0.0.1 and a free port only, with no Unix socket (whose
 * name a long path would make too long), and with the two accounts of `startStatements`.
 * One that still runs there is taken over.
 *
 * @throws ExplainedError if it cannot be set up or does not get ready; the log is in the folder.
 */
export async function startPrivateServer(options: PrivateServerOptions): Promise<PrivateServer> {
  const { folder, program, passwords } = options;
  mkdirSync(folder, { recursive: true });
  const stateFile = join(folder, 'state.json');
  const earlier = readState(stateFile);
  const orphan = earlier && adoptProcess(earlier.identity);
  if (earlier && orphan) {
    const server = describeServer(earlier.port, passwords, orphan, true, stateFile);
    if ((await answers(server.url)) && (await answers(server.ownerUrl))) return server;
    await orphan.stop(stopWithinMs);
  }

  writeFileSync(join(folder, 'log'), '', { mode: 0o600 });
  const user = chooseServerUser(folder, program.command[0] as string);
  await initialiseOnce(options, user);
  const port = earlier && !(await portProblem(earlier.port)) ? earlier.port : await freePort();
  const child = await launch(options, user, port);
  writeFileSync(stateFile, JSON.stringify({ identity: child.identity, port } satisfies State), {
    mode: 0o600,
  });
  const server = describeServer(port, passwords, child, false, stateFile);
  await untilReady(server, options);
  return server;
}

function describeServer(
  port: number,
  passwords: AccountPasswords,
  child: DetachedProcess,
  adopted: boolean,
  stateFile: string,
): PrivateServer {
  const urlOf = (account: keyof AccountPasswords) =>
    `mysql://${account}:${encodeURIComponent(passwords[account])}@127.0.0.1:${port}/translation`;
  return {
    url: urlOf('app'),
    ownerUrl: urlOf('owner'),
    adopted,
    process: child,
    async stop() {
      await child.stop(stopWithinMs);
      // The port stays noted, to be the same next time.
      writeFileSync(stateFile, JSON.stringify({ identity: '', port } satisfies State), { mode: 0o600 });
    },
  };
}

/** Into a folder of another name first: a set-up that was cut short is never taken for a data folder. */
async function initialiseOnce(
  { folder, program, signal }: PrivateServerOptions,
  user: ServerUser | undefined,
) {
  const data = join(folder, 'data');
  if (existsSync(data)) return;
  const partial = join(folder, 'data.partial');
  rmSync(partial, { recursive: true, force: true });
  await initialise(program, partial, join(folder, 'log'), user, signal);
  renameSync(partial, data);
}

function launch(
  { program, folder, passwords, throwaway = false }: PrivateServerOptions,
  user: ServerUser | undefined,
  port: number,
): Promise<DetachedProcess> {
  const statements = join(folder, 'start.sql');
  rmSync(statements, { force: true });
  writeFileSync(statements, startStatements(program.engine, passwords), { mode: 0o600 });
  if (user) chownSync(statements, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = serverOptions(program, { data, port, statements, throwaway, asRoot: runsAsRoot(user) });
  return startDetached({
    command: [...program.command, ...options],
    cwd: folder,
    logFile: join(folder, 'log'),
    ...user,
  });
}

async function untilReady(
  server: PrivateServer,
  { folder, signal, program }: PrivateServerOptions,
): Promise<void> {
  const until = performance.now() + readyWithinMs;
  while (!(await answers(server.url))) {
    if (signal?.aborted || performance.now() > until) await server.stop();
    signal?.throwIfAborted();
    if (!server.process.running) throw notReady(program, join(folder, 'log'));
    await sleep(25);
  }
}

function notReady({ engine }: ServerProgram, logFile: string): ExplainedError {
  const log = lastLines(readFileSync(logFile, 'utf8'));
  const cause = explainOutput(log) ?? `${engine} did not start.`;
  return new ExplainedError(`${cause}\n\n${log}\n\nThe whole log: ${logFile}`);
}

/** Whether it lets us in, which it does only after the statements at its start. */
async function answers(url: string): Promise<boolean> {
  try {
    const connection = await mysql.createConnection({ uri: url, connectTimeout: 2000 });
    await connection.end();
    return true;
  } catch {
    return false;
  }
}

function readState(file: string): State | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
