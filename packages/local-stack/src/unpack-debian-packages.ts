import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExplainedError } from '../bootstrap/explained-error.mjs';
import { runQuietly } from '../bootstrap/quiet-command.mjs';
import { distribution } from './debian-packages.ts';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** Only what maintainer scripts call: no program that we start loads it. */
const unneeded = /^(perl.*|libperl.*|libgdbm.*|libdb5.*|gcc-.*-base|libc-gconv.*)$/;

export interface UnpackOptions {
  /** Of Debian: `trixie`, `sid`. */
  readonly release: string;
  readonly packages: readonly string[];
  /** Whether every library that they need comes with them, libc included. */
  readonly withLibraries: boolean;
  /** Where to; it appears under its name only when all is in it. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}

/** Whether packages of other releases than the machine's own can be fetched: on Debian itself. */
export function canUnpackDebianPackages(): boolean {
  return distribution()[0] === 'debian' && existsSync(keyring);
}

/**
 * Unpacks packages of any Debian release into a folder, with apt's own checks of signatures. The system is not touched,
 * and root not needed.
 *
 * @throws ExplainedError if they cannot be had.
 */
export async function unpackDebianPackages(options: UnpackOptions): Promise<void> {
  const { release, packages, withLibraries, folder, signal } = options;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  const downloads = join(partial, 'download');
  try {
    const aptConfig = await configureApt(downloads, release, signal);
    const env = { ...process.env, LC_ALL: 'C.UTF-8', APT_CONFIG: aptConfig };
    const run = (command: readonly string[]) => runQuietly(command, { cwd: downloads, env, signal });
    await run(['apt-get', '--quiet', 'update']);
    let names = [...packages];
    if (withLibraries) {
      const plan = await run(['apt-get', 'install', '--simulate', ...packages]);
      names = [...plan.matchAll(/^Inst (\S+)/gm)].map(([, name = '']) => name);
    }
    await run(['apt-get', '--quiet', 'download', ...names.filter((name) => !unneeded.test(name))]);
    for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb'))) {
      await run(['dpkg-deb', '--extract', file, partial]);
    }
    rmSync(downloads, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** apt with lists, cache and status of its own. On a system that holds no package it names everything needed. */
async function configureApt(dir: string, release: string, signal?: AbortSignal): Promise<string> {
  for (const name of ['lists/partial', 'cache/archives/partial']) {
    mkdirSync(join(dir, name), { recursive: true });
  }
  writeFileSync(join(dir, 'status'), '');
  const source = `deb [signed-by=${keyring}] ${await debianMirror(signal)} ${release} main\n`;
  writeFileSync(join(dir, 'sources.list'), source);
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
  const lines = Object.entries(settings).map(([name, value]) => `${name} "${value}";\n`);
  writeFileSync(config, lines.join(''));
  return config;
}

/** The Debian archive that this machine's apt is set up for. */
export async function debianMirror(signal?: AbortSignal): Promise<string> {
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
