import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import {
  canUnpackDebianPackages,
  unpackDebianPackages,
} from '../../../packages/local-stack/src/unpack-debian-packages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Program and first arguments; a folder is to follow. */
    kustomize: string[];
  }
}

const run = promisify(execFile);

/** Fields of kustomize 5; an older one refuses what it does not know. Versions would not do: Debian's says "(devel)". */
const newestFields = `
components: []
replacements: []
labels:
  - pairs: { a: b }
    includeTemplates: true
configMapGenerator:
  - name: probe
    literals: [a=b]
`;

/** Finds kustomize, alone or inside kubectl; a Debian machine that has neither gets it from Debian's archive. */
export default async function setup(project: TestProject): Promise<void> {
  const probe = await mkdtemp(join(tmpdir(), 'kustomize-probe-'));
  try {
    await writeFile(join(probe, 'kustomization.yaml'), newestFields);
    project.provide('kustomize', await findKustomize(probe));
  } finally {
    await rm(probe, { recursive: true });
  }
}

async function findKustomize(probe: string): Promise<string[]> {
  const folder = join(import.meta.dirname, '../../../.toolchain/kustomize');
  const fetched = [join(folder, 'usr/bin/kustomize'), 'build'];
  for (const command of [['kustomize', 'build'], ['kubectl', 'kustomize'], fetched]) {
    if (await renders(command, probe)) return command;
  }
  try {
    // Stable releases have one that is too old, or none.
    const packages = ['kustomize'];
    if (!canUnpackDebianPackages()) throw new Error('install it, or kubectl, where it is found by its name');
    await unpackDebianPackages({ release: 'sid', packages, withLibraries: false, folder });
  } catch (cause) {
    throw new Error(`kustomize 5 or newer is needed to test the manifests: ${cause}`, { cause });
  }
  if (await renders(fetched, probe)) return fetched;
  throw new Error('kustomize 5 or newer is needed to test the manifests; what Debian has does not run here');
}

async function renders([program = '', ...args]: string[], folder: string): Promise<boolean> {
  return run(program, [...args, folder]).then(
    () => true,
    () => false,
  );
}
