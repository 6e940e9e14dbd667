import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkToolChain, locateToolChain, withoutNpmRun } from '../bootstrap/tool-chain.mjs';
import { installationKey, isInstalled } from '../bootstrap/workspace-install.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'unlimited-checkout-'));
  mkdirSync(join(root, 'apps', 'api'), { recursive: true });
  mkdirSync(join(root, 'packages', 'db'), { recursive: true });
  writeFileSync(join(root, '.node-version'), '24.21.0\n');
  writeFileSync(join(root, 'package.json'), '{ "packageManager": "pnpm@12.3.4+sha512.00" }');
  writeFileSync(join(root, 'pnpm-lock.yaml'), 'lockfileVersion: 1');
  writeFileSync(join(root, 'pnpm-workspace.yaml'), 'packages:\n  - apps/*\n  - packages/*\n');
  writeFileSync(join(root, 'apps', 'api', 'package.json'), '{ "dependencies": { "fastify": "1" } }');
  writeFileSync(join(root, 'packages', 'db', 'package.json'), '{}');
});

afterEach(() => rmSync(root, { recursive: true }));

test('a Node that is new enough is used as it is, and pnpm is the one that package.json names', () => {
  const tools = locateToolChain(root);
  expect(tools.node).toBe(process.execPath);
  expect(tools.packages.join()).toMatch(/^@pnpm\/exe\.[a-z0-9-]+@12\.3\.4$/);
  expect(tools.missing).toBe(true);
  mkdirSync(tools.folder, { recursive: true });
  expect(locateToolChain(root).missing).toBe(false);
});

test('the tools stand under their plain names in .toolchain/bin, those of now', () => {
  const program = join(root, 'program');
  writeFileSync(program, '');
  const tools = locateToolChain(root);
  linkToolChain(root, { ...tools, node: '/gone', pnpm: '/gone' });
  linkToolChain(root, { ...tools, pnpm: program });
  const bin = join(root, '.toolchain', 'bin');
  expect(realpathSync(join(bin, 'node'))).toBe(realpathSync(process.execPath));
  expect(realpathSync(join(bin, 'pnpm'))).toBe(realpathSync(program));
});

test.each(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', 'packages/db/package.json'])(
  'a change of %s asks for another installation',
  (file) => {
    const before = installationKey(root, 'tools');
    expect(installationKey(root, 'tools')).toBe(before);
    expect(installationKey(root, 'other tools')).not.toBe(before);
    writeFileSync(join(root, file), `${readFileSync(join(root, file), 'utf8')} `);
    expect(installationKey(root, 'tools')).not.toBe(before);
  },
);

test('an installation counts when its stamp fits and the dependencies are there', () => {
  const key = installationKey(root, 'tools');
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules', '.installed-for'), key);
  expect(isInstalled(root, key)).toBe(false);
  mkdirSync(join(root, 'apps', 'api', 'node_modules', 'fastify'), { recursive: true });
  expect(isInstalled(root, key)).toBe(true);
  expect(isInstalled(root, 'another')).toBe(false);
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(isInstalled(root, key)).toBe(false);
});

test('what npm tells its scripts is kept from npm and pnpm; what the user tells them is not', () => {
  const env = {
    npm_lifecycle_event: 'start',
    npm_package_name: 'x',
    npm_config_local_prefix: '/x',
    npm_config_registry: 'https://registry.example',
    PATH: '/bin',
  };
  expect(withoutNpmRun(env)).toEqual({ npm_config_registry: 'https://registry.example', PATH: '/bin' });
});
