import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tryLock } from '../../bootstrap/checkout-lock.mjs';
import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { runQuietly } from '../../bootstrap/quiet-command.mjs';
import { createStepLog, formatSeconds, type StepLog } from '../../bootstrap/step-log.mjs';
import { type ApiProcess, startApiProcess } from '../api-process.ts';
import { type FoundDatabase, findDatabase } from '../database/find-database.ts';
import { adoptProcess, describeEnd } from '../detached-process.ts';
import { portProblem } from '../free-port.ts';
import { dataDir, logDir, root } from '../paths.ts';
import type { Shutdown } from '../shutdown.ts';
import { turboCommand, turboEnv } from '../turbo.ts';

const pageDir = join(root, 'apps', 'web', 'dist');
const apiLog = join(logDir, 'api.log');
const apiIdentity = join(dataDir, 'api-process');
const logLimitBytes = 10 * 1024 * 1024;

/** `npm start`: everything, until it is asked to stop. Returns the exit code. */
export async function start(shutdown: Shutdown, beganAt: number): Promise<number> {
  const port = readPort(process.env.PORT);
  const lock = tryLock(join(dataDir, 'start-lock'));
  if ('holderPid' in lock) {
    throw new ExplainedError(`This checkout is running already. Stop that first: kill ${lock.holderPid}`);
  }
  shutdown.add({ stop: async () => lock.release(), kill: async () => lock.release() });
  const steps = createStepLog();
  await endOrphan(steps);
  await requirePort(port);
  mkdirSync(logDir, { recursive: true });

  const database = await steps.run('Database', (step) => findDatabase({ step, note: steps.note, shutdown }));
  await buildPage(steps, shutdown);
  const api = await startApi(steps, { port, database, shutdown });

  const took = formatSeconds(Date.now() - beganAt);
  process.stdout.write(
    `\n  http://localhost:${port}\n  ready in ${took} · Ctrl-C stops it, texts stay in .data\n\n`,
  );
  return serveUntilStopped(shutdown, api, database);
}

function readPort(text = '8080'): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port;
  throw new ExplainedError(`PORT is "${text}", but has to be a number from 1 to 65535.`);
}

/** The API of a run that was killed: its database may be gone and nobody would end it. */
async function endOrphan(steps: StepLog): Promise<void> {
  if (!existsSync(apiIdentity)) return;
  const orphan = adoptProcess(readFileSync(apiIdentity, 'utf8'));
  if (orphan) {
    await steps.run('Clean-up', async (step) => {
      step.detail = `ending the API of an earlier run (process ${orphan.pid})`;
      await orphan.stop(10_000);
    });
  }
  rmSync(apiIdentity);
}

async function requirePort(port: number): Promise<void> {
  const problem = await portProblem(port);
  if (problem === undefined) return;
  const why = problem === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${problem})`;
  const other = port < 65535 ? port + 1 : 8080;
  throw new ExplainedError(`Port ${port} ${why}. Free it, or choose another one: PORT=${other} npm start`);
}

async function buildPage(steps: StepLog, { signal }: Shutdown): Promise<void> {
  await steps.run('Page', async (step) => {
    step.detail = 'building';
    const command = turboCommand('build', '--filter=@unlimited/web', '--output-logs=new-only');
    const output = await runQuietly(command, { cwd: root, env: turboEnv(), signal });
    if (!existsSync(join(pageDir, 'index.html'))) throw new ExplainedError(`There is no page in ${pageDir}.`);
    step.detail = output.includes('FULL TURBO') ? 'unchanged since it was built' : 'built';
  });
}

interface ApiNeeds {
  readonly port: number;
  readonly database: FoundDatabase;
  readonly shutdown: Shutdown;
}

/**
 * Brings the tables up to date with the account that may, and starts the API with the one that may not. Where there is one
 * account for both, the API does it before it loads its model.
 */
async function startApi(steps: StepLog, { port, database, shutdown }: ApiNeeds): Promise<ApiProcess> {
  rotate(apiLog);
  const { ownerUrl } = database;
  if (ownerUrl !== undefined) {
    await steps.run('Tables', async (step) => {
      step.detail = describeApplied(appliedIn(await migrate(ownerUrl, shutdown)));
    });
  }
  const api = await startApiProcess({
    port,
    databaseUrl: database.url,
    logFile: apiLog,
    env: {
      MIGRATE_AT_START: String(ownerUrl === undefined),
      WEB_DIR: pageDir,
      MODEL_CACHE_DIR: process.env.MODEL_CACHE_DIR || join(dataDir, 'models'),
    },
  });
  writeFileSync(apiIdentity, api.process.identity);
  const forget = () => rmSync(apiIdentity, { force: true });
  shutdown.add({ stop: () => api.stop().finally(forget), kill: () => api.process.kill().finally(forget) });

  const settled = new AbortController();
  const ready = api.ready(shutdown.signal).finally(() => settled.abort());
  if (ownerUrl === undefined) {
    await steps.run('Tables', async (step) => {
      const applied = await Promise.race([appliedMigrations(api, settled.signal), ready]);
      step.detail = describeApplied(applied ?? []);
    });
  }
  await steps.run('Translator', async (step) => {
    step.detail = 'loading the model';
    await ready;
    step.detail = 'ready, log in .data/log/api.log';
  });
  return api;
}

/** The migrations that the API says it applied; none if it is settled before, since its log level hides that. */
async function appliedMigrations(api: ApiProcess, settled: AbortSignal): Promise<string[]> {
  while (!settled.aborted) {
    const applied = appliedIn(api.log());
    if (applied) return applied;
    await sleep(25);
  }
  return [];
}

function migrate(ownerUrl: string, { signal }: Shutdown): Promise<string> {
  const env = { ...process.env, DATABASE_URL: ownerUrl, LOG_LEVEL: 'info' };
  return runQuietly([process.execPath, join(root, 'apps', 'api', 'src', 'migrate.ts')], {
    cwd: root,
    env,
    signal,
  });
}

/** The migrations that a log says were applied. */
function appliedIn(log: string): string[] | undefined {
  const [, applied] = /"applied":(\[[^\]]*\])/.exec(log) ?? [];
  return applied === undefined ? undefined : JSON.parse(applied);
}

function describeApplied(applied: readonly string[] = []): string {
  return applied.length > 0 ? `${applied.length} migrations applied` : 'up to date';
}

/** One file back is enough to look into what happened before. */
function rotate(file: string): void {
  if (existsSync(file) && statSync(file).size > logLimitBytes) renameSync(file, `${file}.1`);
}

async function serveUntilStopped(
  shutdown: Shutdown,
  api: ApiProcess,
  { server }: FoundDatabase,
): Promise<number> {
  const never = new Promise<never>(() => {});
  const ended = await Promise.race([
    shutdown.requested.then(() => undefined),
    api.process.ended.then((how) => api.explainEnd(how)),
    server?.process.ended.then((how) => new ExplainedError(`The database ended (${describeEnd(how)}).`)) ??
      never,
  ]);
  if (ended && !shutdown.signal.aborted) throw ended;
  return 0;
}
