import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Installs a release of transformers.js under its first name, `@xenova/transformers` (its last is 2.17.2), and gives the path
 * of its module. It is of no use to anybody else, so it is no dependency of the project.
 */
export async function installPeer(work: string, version: string): Promise<string> {
  const folder = join(work, 'peer');
  await mkdir(folder);
  const manifest = {
    private: true,
    dependencies: { '@xenova/transformers': version },
    // It reads pictures with it. The release that it asks for fetches its library from elsewhere while it is installed.
    overrides: { sharp: '0.34.5' },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
  });
  return join(folder, 'node_modules/@xenova/transformers/src/transformers.js');
}
