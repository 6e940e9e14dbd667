import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tryLock } from '../bootstrap/checkout-lock.mjs';
import { identifyProcess, isRunning } from '../bootstrap/process-identity.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'unlimited-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one holder at a time; who holds it is known; a released lock is free', () => {
  const file = join(folder, 'not', 'yet', 'lock');
  const first = tryLock(file);
  if (!('release' in first)) throw new Error('not taken');
  expect(tryLock(file)).toEqual({ holderPid: process.pid });
  first.release();
  expect(existsSync(file)).toBe(false);
  expect('release' in tryLock(file)).toBe(true);
});

test('a lock whose holder was killed is free, also when its number belongs to another process now', () => {
  const file = join(folder, 'lock');
  const { pid } = spawnSync('true');
  symlinkSync(`${pid}@12345`, file);
  const taken = tryLock(file);
  if (!('release' in taken)) throw new Error('not taken');
  taken.release();
  symlinkSync(`${process.pid}@another-time`, file);
  expect('release' in tryLock(file)).toBe(true);
});

test('of many that come at once upon a stale lock, one at a time gets in', async () => {
  const { pid } = spawnSync('true');
  symlinkSync(`${pid}@12345`, join(folder, 'lock'));
  const module = JSON.stringify(join(import.meta.dirname, '../bootstrap/checkout-lock.mjs'));
  const program = `
    import { mkdirSync, rmdirSync } from 'node:fs';
    import { waitForLock } from ${module};
    for (let round = 0; round < 20; round++) {
      const lock = await waitForLock('lock');
      mkdirSync('inside');
      rmdirSync('inside');
      lock.release();
    }`;
  const runs = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: folder, stdio: 'inherit' }),
  );
  const codes = await Promise.all(runs.map(async (run) => (await once(run, 'exit'))[0]));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readdirSync(folder)).toEqual([]);
}, 30_000);

test('a process is known by its identity while it runs', async () => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const identity = identifyProcess(child.pid as number) as string;
  expect(isRunning(identity)).toBe(true);
  expect(isRunning(`${child.pid}@0`)).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isRunning(identity)).toBe(false);
});
