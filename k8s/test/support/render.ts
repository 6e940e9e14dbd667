import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { parseAllDocuments, stringify } from 'yaml';
import type { Manifest } from './manifest.ts';

const run = promisify(execFile);
export const k8sFolder = join(import.meta.dirname, '../..');

/** What `kubectl apply -k` would send, in order. */
export async function render(folder: string): Promise<Manifest[]> {
  const [program = '', ...args] = inject('kustomize');
  const { stdout } = await run(program, [...args, folder], { maxBuffer: 64 * 1024 * 1024 });
  return parseAllDocuments(stdout).map((document) => document.toJS() as Manifest);
}

/** The base with components, as a fresh overlay would have it. */
export async function renderWith(components: readonly string[]): Promise<Manifest[]> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'overlay-'));
  const fromFolder = (path: string) => relative(folder, join(k8sFolder, path));
  try {
    const kustomization = {
      namespace: 'unlimited-translation',
      resources: [fromFolder('base')],
      components: components.map((name) => fromFolder(`components/${name}`)),
    };
    await writeFile(join(folder, 'kustomization.yaml'), stringify(kustomization));
    return await render(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
