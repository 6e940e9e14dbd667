import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The manifests of the repository's packages, as `pnpm-workspace.yaml` names their folders. Nothing is installed yet
 * when this is asked, so that file is read by hand: one list of folders, `*` only at an end.
 *
 * @param {string} root The checkout.
 * @returns {string[]} Paths from there, sorted: `packages/db/package.json`.
 */
export function workspaceManifests(root) {
  const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const list = /^packages:\n((?: +- .*\n)+)/m.exec(text)?.[1] ?? '';
  const patterns = list
    .split('\n')
    .map((line) => line.replace(/^ +- /, '').trim())
    .filter((pattern) => pattern !== '');
  if (patterns.length === 0) throw new Error('pnpm-workspace.yaml names no packages');
  return patterns
    .flatMap((pattern) => foldersOf(root, pattern))
    .map((folder) => join(folder, 'package.json'))
    .filter((file) => existsSync(join(root, file)))
    .sort();
}

/**
 * @param {string} root
 * @param {string} pattern
 */
function foldersOf(root, pattern) {
  if (!pattern.endsWith('/*')) return [pattern];
  const parent = pattern.slice(0, -2);
  return readdirSync(join(root, parent)).map((name) => join(parent, name));
}
