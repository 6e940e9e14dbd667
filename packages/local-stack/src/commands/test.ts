import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../../bootstrap/checkout-lock.mjs';
import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { createStepLog, type StepLog } from '../../bootstrap/step-log.mjs';
import { canInstallChromium, installChromium, installedChromium } from '../browser.ts';
import { engineNames } from '../database/server-program.ts';
import { startTestServer } from '../database/test-servers.ts';
import { dataDir } from '../paths.ts';
import { runShown } from '../shown-command.ts';
import type { Shutdown } from '../shutdown.ts';
import { countTests, formatCounts, type VitestReport } from '../test-summary.ts';
import { turboCommand, turboEnv } from '../turbo.ts';
import { selectPackages, testsUse, type WorkspacePackage, workspacePackages } from '../workspace.ts';

/** Where vitest leaves its report, in the folder of each package; turbo and git ignore what is there. */
const reportFile = join('node_modules', '.vitest-report.json');

/** `npm test [-- package …]`: what the tests need, then the tests. Returns the exit code. */
export async function test(shutdown: Shutdown, words: readonly string[]): Promise<number> {
  const all = workspacePackages();
  const tested = select(all, words).filter(({ scripts }) => scripts.test);
  const steps = createStepLog();
  const lock = await waitForLock(join(dataDir, 'test-lock'), {
    onWait: (pid) => steps.note(`Another run (process ${pid}) is testing; waiting for it.`),
    signal: shutdown.signal,
  });
  shutdown.add({ stop: async () => lock.release(), kill: async () => lock.release() });

  const needs = (name: string) => tested.some((entry) => testsUse(all, entry, name));
  const env = turboEnv();
  if (needs('mysql2') && !env.TEST_DATABASE_URLS) {
    env.TEST_DATABASE_URLS = (await startServers(steps, shutdown)).join(',');
  }
  if (needs('playwright-core')) env.CHROMIUM_PATH = await findBrowser(steps, shutdown);
  return runTests(tested, env, shutdown);
}

function select(all: readonly WorkspacePackage[], words: readonly string[]): WorkspacePackage[] {
  try {
    return selectPackages(all, words);
  } catch (error) {
    throw new ExplainedError((error as Error).message);
  }
}

/** The URLs of one server of each engine that can be had; at least one. */
async function startServers(steps: StepLog, shutdown: Shutdown): Promise<string[]> {
  const urls: string[] = [];
  for (const engine of ['mariadb', 'mysql'] as const) {
    const started = await steps
      .run(engineNames[engine], async (step) => {
        const server = await startTestServer(engine, shutdown);
        step.detail = server ? 'for tests, data in .data/test' : 'not to be had here: the tests go without';
        return server;
      })
      .catch((error: unknown) => {
        shutdown.signal.throwIfAborted();
        steps.note(error instanceof Error ? error.message : String(error));
        return undefined;
      });
    if (started) urls.push(started.ownerUrl);
  }
  if (urls.length > 0) return urls;
  throw new ExplainedError(
    'There is no database to test with. Install MariaDB or MySQL, or set TEST_DATABASE_URLS.',
  );
}

async function findBrowser(steps: StepLog, { signal }: Shutdown): Promise<string | undefined> {
  return steps.run('Chromium', async (step) => {
    let found = installedChromium();
    if (!found && canInstallChromium()) {
      step.detail = 'installing it with apt-get';
      found = await installChromium(signal);
    }
    step.detail = found ?? 'not to be had here; CHROMIUM_PATH may name one';
    return found;
  });
}

async function runTests(
  tested: readonly WorkspacePackage[],
  env: NodeJS.ProcessEnv,
  { signal }: Shutdown,
): Promise<number> {
  const reports = tested.map(({ folder }) => join(folder, reportFile));
  for (const file of reports) rmSync(file, { force: true });
  mkdirSync(dataDir, { recursive: true });
  const filters = tested.map(({ name }) => `--filter=${name}`);
  const command = turboCommand(
    'test',
    ...filters,
    '--concurrency=2',
    '--continue=always',
    '--log-prefix=task',
  );
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runShown([...command, '--', ...reporters], env, signal);
  const counts = countTests(reports.map(readReport));
  process.stdout.write(`\n${formatCounts(counts)}\n`);
  return code === 0 && counts.failed === 0 ? 0 : 1;
}

function readReport(file: string): VitestReport | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
