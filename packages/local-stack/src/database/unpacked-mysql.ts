import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitForLock } from '../../bootstrap/checkout-lock.mjs';
import { ExplainedError } from '../../bootstrap/explained-error.mjs';
import { runQuietly } from '../../bootstrap/quiet-command.mjs';
import { distribution } from '../debian-packages.ts';
import { toolChainDir } from '../paths.ts';
import { parseServerVersion, type ServerProgram } from './server-program.ts';

/**
 * Debian has MySQL in its unstable release only. Its packages are unpacked into a folder with every library they need,
 * libc included, and the server is started by the loader that lies there: the system is not touched, and root not
 * needed. Once there, it stays at the release it was.
 */
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const loaders: Partial<Record<NodeJS.Architecture, { triplet: string; loader: string }>> = {
  x64: { triplet: 'x86_64-linux-gnu', loader: 'ld-linux-x86-64.so.2' },
  arm64: { triplet: 'aarch64-linux-gnu', loader: 'ld-linux-aarch64.so.1' },
};

/** Only what maintainer scripts call: no program that we start loads it. */
const unneeded = /^(perl.*|libperl.*|libgdbm.*|libdb5.*|gcc-.*-base|libc-gconv.*)$/;

const folder = join(toolChainDir, 'mysql');

/** Whether it is there already. */
export function hasUnpackedMysql(): boolean {
  return existsSync(folder);
}

/** Whether it can be fetched here. */
export function canUnpackMysql(): boolean {
  return process.arch in loaders && distribution()[0] === 'debian' && existsSync(keyring);
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
    if (!hasUnpackedMysql()) await fetchInto(folder, signal);
  } finally {
    lock.release();
  }
}

/** The folder appears under its name only when all is in it. */
async function fetchInto(target: string, signal: AbortSignal | undefined): Promise<void> {
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const downloads = join(partial, 'download');
  try {
    const env = { ...process.env, LC_ALL: 'C.UTF-8', APT_CONFIG: await configureApt(downloads, signal) };
    const run = (command: readonly string[]) => runQuietly(command, { cwd: downloads, env, signal });
    await run(['apt-get', '--quiet', 'update']);
    const plan = await run(['apt-get', 'install', '--simulate', 'mysql-server-core']);
    const names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
    await run(['apt-get', '--quiet', 'download', ...names.filter((name) => !unneeded.test(name))]);
    for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
      await run(['dpkg-deb', '--extract', file, partial]);
    }
    rmSync(downloads, { recursive: true });
    renameSync(partial, target);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** apt with lists, cache and status of its own. On a system that holds no package it names everything needed. */
async function configureApt(dir: string, signal: AbortSignal | undefined): Promise<string> {
  for (const name of ['lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(dir, name), { recursive: true });
  }
  writeFileSync(join(dir, 'status'), '');
  writeFileSync(join(dir, 'sources.list'), `deb [signed-by=${keyring}] ${await mirror(signal)} sid main\n`);
  const config = join(dir, 'apt.conf');
  const settings = {
    'Dir::Etc::sourcelist': join(dir, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(dir, 'lists'),
    'Dir::State::status': join(dir, 'status'),
    'Dir::Cache': join(dir, 'cache'),
    'APT::Install-Recommends': 'false',
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([name, value]) => `${name} "${value}";\n`)
      .join(''),
  );
  return config;
}

/** The Debian archive that this machine's apt is set up for. */
async function mirror(signal: AbortSignal | undefined): Promise<string> {
  const codename = /^VERSION_CODENAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const format = '$(RELEASE) $(COMPONENT) $(REPO_URI)';
  const targets = await runQuietly(
    ['apt-get', 'indextargets', '--no-release-info', '--format', format, 'Created-By: Packages'],
    { signal },
  );
  const main = targets.split('\n').find((line) => line.startsWith(`${codename} main `));
  if (main) return main.split(' ')[2] as string;
  throw new ExplainedError(`apt has no source for "${codename} main".`);
}
