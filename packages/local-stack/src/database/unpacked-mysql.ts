import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../../bootstrap/checkout-lock.mjs';
import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { runQuietly } from '../../bootstrap/quiet-command.mjs';
import { toolChainDir } from '../paths.ts';
import { canUnpackDebianPackages, unpackDebianPackages } from '../unpack-debian-packages.ts';
import { parseServerVersion, type ServerProgram } from './server-program.ts';

/**
 * Debian has MySQL in its unstable release only. Its packages are unpacked into a folder with every library they need,
 * libc included, and the server is started by the loader that lies there: the system is not touched, and root not
 * needed. Once there, it stays at the release it was.
 */
const loaders: Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

const folder = join(toolChainDir, 'mysql');

/** Whether it is there already. */
export function hasUnpackedMysql(): boolean {
  return existsSync(folder);
}

/** Whether it can be fetched here. */
export function canUnpackMysql(): boolean {
  return process.arch in loaders && canUnpackDebianPackages();
}

/**
 * The unpacked MySQL, fetched if it is not there (about 50 MB to download, 250 MB on the disk).
 *
 * @throws ExplainedError if it cannot be had.
 */
export async function unpackedMysql(signal?: AbortSignal): Promise<ServerProgram> {
  if (!hasUnpackedMysql()) await fetchOnce(signal);
  const { triplet, loader } = loaders[process.arch] as { triplet: string; loader: string };
  const libraries = join(folder, 'usr', 'lib', triplet);
  const program = join(folder, 'usr', 'sbin', 'mysqld');
  const command = [join(libraries, loader), '--library-path', libraries, program];
  const found = parseServerVersion(await runQuietly([...command, '--no-defaults', '--version'], { signal }));
  if (!found) throw new ExplainedError(`${program} does not say what release it is; remove ${folder}.`);
  const options = [
    `--basedir=${join(folder, 'usr')}`,
    `--lc-messages-dir=${join(folder, 'usr', 'share', 'mysql')}`,
    `--plugin-dir=${join(folder, 'usr', 'lib', 'mysql', 'plugin')}`,
  ];
  return { ...found, command, options };
}

async function fetchOnce(signal: AbortSignal | undefined): Promise<void> {
  const lock = await waitForLock(`${folder}-lock`, signal ? { signal } : {});
  try {
    if (!hasUnpackedMysql()) {
      const packages = ['mysql-server-core'];
      await unpackDebianPackages({ release: 'sid', packages, withLibraries: true, folder, signal });
    }
  } finally {
    lock.release();
  }
}
