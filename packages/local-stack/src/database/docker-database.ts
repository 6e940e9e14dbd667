import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { runQuietly } from '../../bootstrap/quiet-command.mjs';

const image = 'mysql:8.4';
const answerWithinMs = 3000;
const readyWithinMs = 120_000;

export interface DockerDatabase {
  readonly url: string;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** Whether an engine answers, and soon. */
export async function dockerAnswers(signal: AbortSignal): Promise<boolean> {
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
    return (await docker(['version', '--format', '{{.Server.Version}}'], limited)).trim() !== '';
  } catch {
    signal.throwIfAborted();
    return false;
  }
}

/**
 * MySQL in a container of this checkout, with its data in a volume of the same name. A container that still runs is
 * taken over.
 *
 * @param nameFile Keeps the name, so that the data is found again, and only by this checkout.
 * @throws ExplainedError if the image cannot be had or the server does not get ready.
 */
export async function startDockerDatabase(
  nameFile: string,
  password: string,
  signal: AbortSignal,
): Promise<DockerDatabase> {
  const name = keptName(nameFile);
  const running = await docker(['ps', '--quiet', '--filter', `name=^${name}$`], signal);
  if (running.trim() === '') {
    await docker(runArguments(name), signal, { ...process.env, MYSQL_PASSWORD: password });
  }
  const stop = async () => void (await docker(['stop', '--time', '30', name]));
  try {
    const published = await docker(['port', name, '3306/tcp'], signal);
    const port = /:(\d+)\s*$/m.exec(published)?.[1];
    const url = `mysql://app:${encodeURIComponent(password)}@127.0.0.1:${port}/translation`;
    await untilAnswers(url, signal);
    return { url, stop, kill: async () => void (await docker(['kill', name])) };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

function runArguments(name: string): string[] {
  const environment = [
    'MYSQL_RANDOM_ROOT_PASSWORD=yes',
    'MYSQL_DATABASE=translation',
    'MYSQL_USER=app',
    'MYSQL_PASSWORD',
  ];
  return [
    'run',
    ...['--detach', '--rm', '--name', name, '--volume', `${name}:/var/lib/mysql`],
    ...['--publish', '127.0.0.1::3306'],
    // The password is not on the command line, where others could read it.
    ...environment.flatMap((variable) => ['--env', variable]),
    image,
    '--disable-log-bin',
  ];
}

function keptName(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const name = `unlimited-translation-${randomBytes(4).toString('hex')}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, name);
  return name;
}

async function untilAnswers(url: string, signal: AbortSignal): Promise<void> {
  const until = performance.now() + readyWithinMs;
  for (;;) {
    try {
      const connection = await mysql.createConnection({ uri: url, connectTimeout: 2000 });
      return await connection.end();
    } catch (error) {
      if (performance.now() > until) throw new ExplainedError(`MySQL in Docker did not get ready: ${error}`);
      await sleep(250, undefined, { signal });
    }
  }
}

function docker(args: readonly string[], signal?: AbortSignal, env?: NodeJS.ProcessEnv): Promise<string> {
  return runQuietly(['docker', ...args], { signal, ...(env ? { env } : {}) });
}
