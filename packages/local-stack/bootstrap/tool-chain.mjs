import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { ExplainedError } from './explained-error.mjs';
import { runQuietly } from './quiet-command.mjs';

/**
 * @typedef {object} ToolChain
 * @property {string} name What it is, as a folder name: it changes when any tool does.
 * @property {string} node The Node program, 24 or newer.
 * @property {string} pnpm The pnpm program that package.json names.
 * @property {string[]} searchPath Folders to put first into PATH.
 */

const oldestNode = 24;

const npmOptions = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--no-package-lock',
  '--loglevel=error',
  // Without a network npm would otherwise try for more than a minute before it says so.
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/**
 * Where the tools of this checkout are, whether they are there or not. Node is the running one if it is new enough.
 *
 * @param {string} root The checkout.
 * @returns {ToolChain & { missing: boolean, folder: string, packages: string[] }} `packages`: what holds the tools in
 *   the npm registry.
 */
export function locateToolChain(root) {
  const target = `${process.platform}-${process.arch}`;
  const nodeVersion = readFileSync(join(root, '.node-version'), 'utf8').trim();
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const pnpmVersion = String(packageManager)
    .replace(/^pnpm@/, '')
    .replace(/\+.*$/, '');
  const ownNode = Number.parseInt(process.versions.node, 10) >= oldestNode;

  const name = `${target}-node-${ownNode ? process.versions.node : nodeVersion}-pnpm-${pnpmVersion}`;
  const folder = join(root, '.toolchain', name);
  const nodePackage = `node-${target}`;
  const pnpmPackage = `@pnpm/exe.${target}${usesMusl() ? '-musl' : ''}`;
  const node = ownNode ? process.execPath : join(folder, 'node_modules', nodePackage, 'bin', 'node');
  const pnpm = join(folder, 'node_modules', pnpmPackage, 'pnpm');
  return {
    name,
    folder,
    node,
    pnpm,
    packages: [...(ownNode ? [] : [`${nodePackage}@${nodeVersion}`]), `${pnpmPackage}@${pnpmVersion}`],
    searchPath: [dirname(node), dirname(pnpm), join(root, 'node_modules', '.bin')],
    missing: !existsSync(folder),
  };
}

/**
 * Downloads the tools with the machine's npm. They are packages that hold the program itself, so no install script has
 * to run. The folder appears under its name only when it is complete, so one that was cut short is never taken for it.
 *
 * @param {string} root
 * @param {ReturnType<typeof locateToolChain>} tools
 * @param {AbortSignal} signal
 */
export async function installToolChain(root, tools, signal) {
  refuseUnsupported(tools.packages.length > 1);
  const parent = join(root, '.toolchain');
  const partial = join(parent, `.partial-${process.pid}`);
  removeOthers(parent, tools.folder);
  mkdirSync(partial, { recursive: true });
  try {
    // A manifest of its own makes npm take this folder for the project. (--prefix would, too, but it also makes npm
    // look there for the machine's own configuration.)
    writeFileSync(join(partial, 'package.json'), '{ "private": true }\n');
    const npm = [...findNpm(), 'install', ...npmOptions, ...tools.packages];
    await runQuietly(npm, { cwd: partial, env: withoutNpmRun(process.env), signal });
    for (const program of [tools.node, tools.pnpm]) {
      await runQuietly([program.replace(tools.folder, partial), '--version'], { cwd: partial, signal });
    }
    renameSync(partial, tools.folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/**
 * Puts the tools under their plain names into `.toolchain/bin`, for the PATH of whoever works by hand.
 *
 * @param {string} root
 * @param {ToolChain} tools
 */
export function linkToolChain(root, { node, pnpm }) {
  const bin = join(root, '.toolchain', 'bin');
  rmSync(bin, { recursive: true, force: true });
  mkdirSync(bin, { recursive: true });
  symlinkSync(node, join(bin, 'node'));
  symlinkSync(pnpm, join(bin, 'pnpm'));
}

/**
 * The environment without what npm tells the scripts that it runs, which would steer another npm or pnpm.
 *
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutNpmRun(env) {
  const told =
    /^(npm_(lifecycle|package|command|execpath|node_execpath)|npm_config_(prefix|local_prefix|global_prefix|user_agent|node_gyp|npm_version)$|INIT_CWD$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !told.test(name)));
}

/** @param {boolean} needsNode */
function refuseUnsupported(needsNode) {
  const supported = ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch);
  if (!supported) {
    throw new ExplainedError(
      `${process.platform} on ${process.arch} is not supported: Linux and macOS on x64 and arm64 are.\n` +
        'On Windows, use WSL.',
    );
  }
  if (needsNode && usesMusl()) {
    throw new ExplainedError(
      `This system has musl for its C library, which Node's binaries from npm do not run on.\n` +
        `Install Node ${oldestNode} or newer yourself (on Alpine: apk add nodejs npm).`,
    );
  }
}

function usesMusl() {
  if (process.platform !== 'linux') return false;
  // Naming the machine's network addresses may take seconds.
  Object.assign(process.report, { excludeNetwork: true });
  const { header } = /** @type {{ header: object }} */ (process.report.getReport());
  return !('glibcVersionRuntime' in header);
}

/** npm as a command: the one that runs us, or the one on PATH. */
function findNpm() {
  const running = process.env.npm_execpath;
  if (running && basename(running) === 'npm-cli.js' && existsSync(running))
    return [process.execPath, running];
  const folders = [...(process.env.PATH ?? '').split(delimiter), dirname(process.execPath)];
  const npm = folders.map((folder) => join(folder, 'npm')).find((file) => existsSync(file));
  if (npm) return [npm];
  throw new ExplainedError(
    'npm is missing: it comes with Node, or on Debian and Ubuntu with `apt-get install npm`.',
  );
}

/**
 * Tools of another version, and what interrupted runs left. Callers hold the lock, so nobody else is at work here.
 *
 * @param {string} parent
 * @param {string} current
 */
function removeOthers(parent, current) {
  if (!existsSync(parent)) return;
  const old = /^(\.partial-|[a-z0-9]+-[a-z0-9]+-node-)/;
  for (const name of readdirSync(parent)) {
    if (old.test(name) && name !== basename(current))
      rmSync(join(parent, name), { recursive: true, force: true });
  }
}
