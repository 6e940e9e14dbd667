import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Whom a server runs as when we are root: `nobody`, if that user can enter the folder and run the program. In a checkout
 * that only root may enter (under /root, or made by `mktemp -d`) it stays root, and so does its data in the checkout.
 *
 * @returns undefined: as ourselves.
 */
export function chooseServerUser(folder: string, program: string): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const nobody = findUser('nobody');
  if (!nobody) return undefined;
  giveFolder(folder, nobody);
  const test = ['-c', 'cd -- "$0" && test -w . && test -x "$1"', folder, program];
  const reachable = spawnSync('/bin/sh', test, { ...nobody, cwd: '/', stdio: 'ignore' }).status === 0;
  if (!reachable) giveFolder(folder, { uid: 0, gid: 0 });
  return reachable ? nobody : undefined;
}

/** The folder with all that is in it, if it belongs to somebody else. */
function giveFolder(folder: string, { uid, gid }: ServerUser): void {
  if (statSync(folder).uid === uid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(folder, name), uid, gid);
  }
  chownSync(folder, uid, gid);
}

function findUser(name: string): ServerUser | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':').map(Number) ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}
