import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the page, built as it is shipped. */
    webDir: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds the page into a folder, as it is shipped. In a process of its own, or it would be a page for tests. */
export async function buildPage(webDir: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', webDir, '--emptyOutDir'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

/** Builds the page once for all browser tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const webDir = await mkdtemp(join(tmpdir(), 'unlimited-web-'));
  await buildPage(webDir);
  project.provide('webDir', webDir);
  return () => rm(webDir, { recursive: true, force: true });
}
