import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What somebody sees who has no Docker and no way to get one: not even apt-get is found. */
function verifyWithoutEngine(...options: string[]) {
  const main = join(import.meta.dirname, '../verify/main.ts');
  return spawnSync(process.execPath, [main, ...options], { env: { PATH: '/nowhere' }, encoding: 'utf8' });
}

test('without an engine the check says why it cannot be made, and fails', () => {
  const { stdout, status } = verifyWithoutEngine();
  expect(stdout).toMatch(/^images: skipped: ./m);
  expect(status).toBe(1);
});

test('without an engine the check is left out where that is asked for', () => {
  const { stdout, status } = verifyWithoutEngine('--skip-without-engine');
  expect(stdout).toMatch(/^images: skipped: ./m);
  expect(status).toBe(0);
});
