import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workspaceManifests } from '../bootstrap/workspace-manifests.mjs';
import { root } from './paths.ts';

/** A package of this repository. */
export interface WorkspacePackage {
  /** `@unlimited/db` */
  readonly name: string;
  readonly folder: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

interface Manifest {
  readonly name: string;
  readonly scripts?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

export function workspacePackages(): WorkspacePackage[] {
  return workspaceManifests(root).map((file) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(root, file), 'utf8'));
    return {
      name: manifest.name,
      folder: join(root, dirname(file)),
      scripts: manifest.scripts ?? {},
      dependencies: Object.keys(manifest.dependencies ?? {}),
      devDependencies: Object.keys(manifest.devDependencies ?? {}),
    };
  });
}

/**
 * The packages that words name: by name (`@unlimited/db`), without the scope (`db`) or by folder (`packages/db`). No
 * words: all.
 *
 * @throws Error that lists the names if a word names none.
 */
export function selectPackages(
  packages: readonly WorkspacePackage[],
  words: readonly string[],
): WorkspacePackage[] {
  const isNamed = ({ name, folder }: WorkspacePackage, word: string) =>
    [name, name.replace(/^@[^/]*\//, '')].includes(word) || folder === join(root, word).replace(/\/$/, '');
  const unknown = words.find((word) => !packages.some((entry) => isNamed(entry, word)));
  if (unknown !== undefined) {
    const known = packages.map(({ name }) => name.replace(/^@[^/]*\//, '')).join(', ');
    throw new Error(`There is no package "${unknown}". These are there: ${known}`);
  }
  return packages.filter((entry) => words.length === 0 || words.some((word) => isNamed(entry, word)));
}

/** Whether the tests of a package use another package (of the registry), by themselves or through ours. */
export function testsUse(
  packages: readonly WorkspacePackage[],
  tested: WorkspacePackage,
  name: string,
): boolean {
  const seen = new Set<string>();
  const reach = (names: readonly string[]): boolean =>
    names.some((each) => {
      if (each === name) return true;
      if (seen.has(each)) return false;
      seen.add(each);
      return reach(packages.find((entry) => entry.name === each)?.dependencies ?? []);
    });
  return reach([...tested.dependencies, ...tested.devDependencies]);
}
