import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/**
 * Unpacks kustomize of Debian's unstable release (stable ones are too old, or have none) into `folder`, with apt's own
 * checks of signatures, without installing anything and without root.
 *
 * @throws Error where there is no apt, no network or no such package.
 */
export async function fetchDebianKustomize(folder: string): Promise<void> {
  if (!existsSync('/usr/bin/apt-get') || !existsSync(keyring)) {
    throw new Error('install kustomize, or kubectl, where it is found by its name');
  }
  const work = await mkdtemp(join(tmpdir(), 'kustomize-'));
  try {
    await download(work);
    const [deb] = (await readdir(work)).filter((name) => name.endsWith('.deb'));
    if (deb === undefined) throw new Error('apt-get downloaded nothing');
    const unpacked = join(work, 'root');
    await run('dpkg-deb', ['--extract', join(work, deb), unpacked]);
    await mkdir(dirname(folder), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder).catch(() => run('cp', ['-r', unpacked, folder]));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function download(work: string): Promise<void> {
  await mkdir(join(work, 'lists/partial'), { recursive: true });
  await mkdir(join(work, 'cache/archives/partial'), { recursive: true });
  await writeFile(join(work, 'status'), '');
  await writeFile(
    join(work, 'sources.list'),
    `deb [signed-by=${keyring}] ${await debianMirror()} unstable main\n`,
  );
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '/dev/null',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::State::status': join(work, 'status'),
    'Dir::Cache': join(work, 'cache'),
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  for (const command of [['update'], ['download', 'kustomize']]) {
    await run('apt-get', ['--quiet', ...options, ...command], { cwd: work });
  }
}

/** Where this machine's own packages come from. */
async function debianMirror(): Promise<string> {
  const { stdout } = await run('apt-get', [
    'indextargets',
    '--format',
    '$(ORIGIN) $(REPO_URI)',
    'Created-By: Packages',
  ]);
  const targets = stdout.split('\n').map((line) => line.split(' '));
  const mirror = targets.find(([origin, uri]) => origin === 'Debian' && !uri?.includes('security'))?.[1];
  if (mirror === undefined) throw new Error("apt knows no mirror of Debian's archive");
  return mirror;
}
