import { expect, test } from 'vitest';
import { selectPackages, testsUse, type WorkspacePackage, workspacePackages } from './workspace.ts';

function entry(name: string, dependencies: string[], devDependencies: string[] = []): WorkspacePackage {
  return { name, folder: `/x/packages/${name}`, scripts: {}, dependencies, devDependencies };
}

test('this package is found in the repository, by name, without the scope and by folder', () => {
  const all = workspacePackages();
  for (const word of [
    '@unlimited/local-stack',
    'local-stack',
    'packages/local-stack',
    'packages/local-stack/',
  ]) {
    expect(selectPackages(all, [word]).map(({ name }) => name)).toEqual(['@unlimited/local-stack']);
  }
  expect(selectPackages(all, [])).toEqual(all);
  expect(() => selectPackages(all, ['nonesuch'])).toThrow(/"nonesuch".*local-stack/);
});

test('packages are those that pnpm knows, wherever they lie', () => {
  const names = workspacePackages().map(({ name }) => name.replace('@unlimited/', ''));
  expect(names).toEqual(expect.arrayContaining(['api', 'db', 'docker', 'k8s', 'web']));
});

test('tests use what their package uses and what its dependencies use, but not what those test with', () => {
  const db = entry('db', ['mysql2'], ['fast-check']);
  const api = entry('api', ['db', 'api']);
  const web = entry('web', ['react'], ['api', 'playwright-core']);
  const all = [db, api, web];
  expect(all.map((tested) => testsUse(all, tested, 'mysql2'))).toEqual([true, true, true]);
  expect(all.map((tested) => testsUse(all, tested, 'fast-check'))).toEqual([true, false, false]);
  expect(all.map((tested) => testsUse(all, tested, 'playwright-core'))).toEqual([false, false, true]);
});
