import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { identifyProcess } from '../bootstrap/process-identity.mjs';
import { runQuietly } from '../bootstrap/quiet-command.mjs';

const node = process.execPath;

test('gives what was printed', async () => {
  expect(await runQuietly([node, '-p', '6 * 7'])).toBe('42\n');
  expect(await runQuietly(['cat'], { input: 'ä\n' })).toBe('ä\n');
});

test('a failure shows the end of the output, a likely cause and the command', async () => {
  const program = 'for (let i = 0; i < 99; i++) console.error(i); console.error("ENOSPC"); process.exit(3)';
  const failure = await runQuietly([node, '-e', program]).catch((error: Error) => error.message);
  expect(failure).toMatch(/^The disk is full\.\n\n80\n81\n/);
  expect(failure).toContain('98\nENOSPC\n');
  expect(failure).toMatch(/failed \(3\)$/);
});

test('a program that is not there is named', async () => {
  await expect(runQuietly(['no-such-program'])).rejects.toThrow(/no-such-program cannot be run/);
});

test('is ended by its signal, with all that it started', async () => {
  const stop = new AbortController();
  const program = 'sleep 61 & echo $! > "$0"; wait';
  const pidFile = join(mkdtempSync(join(tmpdir(), 'unlimited-group-')), 'pid');
  const running = runQuietly(['sh', '-c', program, pidFile], { signal: stop.signal });
  await expect.poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8')).toMatch(/\d\n/);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  expect(identifyProcess(pid)).toBeDefined();
  stop.abort('SIGINT');
  await expect(running).rejects.toBe('SIGINT');
  await expect.poll(() => identifyProcess(pid)).toBeUndefined();
  rmSync(dirname(pidFile), { recursive: true });
});
