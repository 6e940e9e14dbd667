// The first process of a private engine's namespaces: `node inside.ts <folder> <command …>`.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { lastLines } from '../../packages/local-stack/bootstrap/explained-error.mjs';
import { runQuietly } from '../../packages/local-stack/bootstrap/quiet-command.mjs';
import { startDetached } from '../../packages/local-stack/src/detached-process.ts';
import { runShown } from '../../packages/local-stack/src/shown-command.ts';
import type { MessageFromInside } from './run-in-private-engine.ts';

const [folder = '', ...command] = process.argv.slice(2);
const programs = join(folder, 'root/usr');
const env: NodeJS.ProcessEnv = {
  ...process.env,
  DOCKER_HOST: `unix://${folder}/socket`,
  DOCKER_CONFIG: join(folder, 'config'),
  PRIVATE_DOCKER_ENGINE: 'true',
  PATH: [join(programs, 'bin'), join(programs, 'sbin'), process.env.PATH, '/usr/sbin', '/sbin'].join(
    delimiter,
  ),
};
const stopped = new AbortController();
for (const name of ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => stopped.abort(name));
}

const say = (message: MessageFromInside) =>
  new Promise((resolve) => (process.connected ? process.send?.(message, resolve) : resolve(null)));

/** Without an error: whether `check` held within the time. */
async function waitFor(check: () => Promise<boolean> | boolean, limitMs: number): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (!(await check())) {
    if (performance.now() > until || stopped.signal.aborted) return false;
    await delay(100);
  }
  return true;
}

async function prepareNetwork(): Promise<void> {
  await say({ entered: true });
  const found = await waitFor(() => networkInterfaces().tap0 !== undefined, 30_000);
  if (!found) throw new Error('slirp4netns gives no network');
  // slirp4netns passes on to the machine's own name server, which may be out of reach from here.
  writeFileSync(join(folder, 'resolv.conf'), 'nameserver 10.0.2.3\n');
  await runQuietly(['mount', '--bind', join(folder, 'resolv.conf'), '/etc/resolv.conf']);
}

async function startEngine() {
  const plugins = join(programs, 'libexec/docker/cli-plugins');
  mkdirSync(join(folder, 'config/cli-plugins'), { recursive: true });
  for (const name of readdirSync(plugins)) {
    symlinkSync(join(plugins, name), join(folder, 'config/cli-plugins', name));
  }
  const logFile = join(folder, 'dockerd.log');
  const engine = await startDetached({
    command: [
      ...['dockerd', '--host', `unix://${folder}/socket`, '--pidfile', join(folder, 'pid')],
      ...['--data-root', join(folder, 'data'), '--exec-root', join(folder, 'exec')],
    ],
    env,
    logFile,
  });
  const answers = () => runQuietly(['docker', 'version'], { env }).then(Boolean, () => false);
  const started = await waitFor(async () => !engine.running || (await answers()), 120_000);
  if (!started || !engine.running) {
    await engine.stop(10_000);
    throw new Error(`dockerd does not start:\n${lastLines(readFileSync(logFile, 'utf8'))}`);
  }
  return engine;
}

/** Mounts, control groups and bridges are the kernel's to allow. */
async function tryContainer(): Promise<void> {
  const script =
    'tar --create --directory=/ bin/busybox | docker import --change \'ENTRYPOINT ["/bin/busybox"]\' - trial && ' +
    'docker run --rm --read-only --cap-drop=ALL --memory=64m trial true; code=$?; docker rmi --force trial; exit $code';
  await runQuietly(['sh', '-c', script], { env });
}

async function main(): Promise<number> {
  let engine: Awaited<ReturnType<typeof startEngine>> | undefined;
  try {
    try {
      await prepareNetwork();
      engine = await startEngine();
      await tryContainer();
    } catch (error) {
      stopped.signal.throwIfAborted();
      await say({ unavailable: `no engine runs here: ${(error as Error).message}` });
      return 1;
    }
    return await runShown(command, env, stopped.signal);
  } finally {
    await engine?.stop(60_000);
  }
}

process.exit(await main().catch(() => 1));
