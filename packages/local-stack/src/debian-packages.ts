import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from '../bootstrap/quiet-command.mjs';
import { logDir } from './paths.ts';

/** The distribution by its own name for itself, with those it is made like. Empty if it does not say. */
export function distribution(): string[] {
  if (!existsSync('/etc/os-release')) return [];
  const text = readFileSync('/etc/os-release', 'utf8');
  return [...text.matchAll(/^ID(?:_LIKE)?="?([^"\n]*)"?$/gm)].flatMap(([, ids = '']) => ids.split(' '));
}

/** Whether packages can be installed with apt-get: on Debian and what is made from it, as root. */
export function canInstallPackages(): boolean {
  return distribution().includes('debian') && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * Installs packages without asking anything. What apt-get prints goes to `.data/log/apt.log`.
 *
 * @throws ExplainedError if they cannot be had.
 */
export async function installPackages(names: readonly string[], signal?: AbortSignal): Promise<void> {
  if (!hasPackageLists()) await aptGet(['update']);
  signal?.throwIfAborted();
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  try {
    await aptGet(install);
  } catch (error) {
    signal?.throwIfAborted();
    // Lists that are out of date name releases which the mirror no longer has.
    await aptGet(['update']).catch(() => Promise.reject(error));
    await aptGet(install);
  }
}

function hasPackageLists(): boolean {
  const folder = '/var/lib/apt/lists';
  return existsSync(folder) && readdirSync(folder).some((name) => /_Packages(\.\w+)?$/.test(name));
}

/** Nothing ends it before its time: packages half installed would be left to the user. */
async function aptGet(args: readonly string[]): Promise<void> {
  mkdirSync(logDir, { recursive: true });
  const logFile = join(logDir, 'apt.log');
  await runQuietly(['apt-get', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    onEnd: (output) => writeFileSync(logFile, `apt-get ${args.join(' ')}\n${output}\n`, { flag: 'a' }),
  });
}
