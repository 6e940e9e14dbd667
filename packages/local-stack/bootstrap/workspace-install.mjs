import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './quiet-command.mjs';
import { withoutNpmRun } from './tool-chain.mjs';
import { workspaceManifests } from './workspace-manifests.mjs';

const stampName = '.installed-for';

/**
 * What an installation is made from, as a hash: lockfile, manifests and the tools.
 *
 * @param {string} root
 * @param {string} toolChainName
 */
export function installationKey(root, toolChainName) {
  const hash = createHash('sha256').update(toolChainName);
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...workspaceManifests(root)]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Whether the packages in node_modules are those that the lockfile names.
 *
 * @param {string} root
 * @param {string} key
 */
export function isInstalled(root, key) {
  const complete = workspaceManifests(root).every((file) => hasModules(root, file));
  return complete && readStamp(root) === key;
}

/**
 * Installs exactly what the lockfile names. The stamp goes first and comes back last, so that an installation which was
 * cut short is done again.
 *
 * @param {string} root
 * @param {string} key
 * @param {import('./tool-chain.mjs').ToolChain} tools
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 */
export async function installWorkspace(root, key, tools, env, signal) {
  const stamp = join(root, 'node_modules', stampName);
  rmSync(stamp, { force: true });
  await runQuietly([tools.pnpm, 'install', '--frozen-lockfile'], {
    cwd: root,
    // With CI set it asks nothing, not even before it replaces modules of another pnpm.
    env: { ...withoutNpmRun(env), CI: 'true' },
    signal,
  });
  writeFileSync(stamp, key);
}

/**
 * @param {string} root
 * @param {string} manifest
 */
function hasModules(root, manifest) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, manifest), 'utf8'));
  const modules = join(root, manifest.replace('package.json', 'node_modules'));
  return Object.keys(dependencies).every((name) => existsSync(join(modules, name)));
}

/** @param {string} root */
function readStamp(root) {
  try {
    return readFileSync(join(root, 'node_modules', stampName), 'utf8');
  } catch {
    return undefined;
  }
}
