import { mkdirSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning } from './process-identity.mjs';

/**
 * Takes a lock that ends with this process, however that ends. It is a symbolic link to the holder's identity, since
 * making one is atomic, content included.
 *
 * @param {string} file
 * @returns {{ release(): void } | { holderPid: number }} The lock, or who has it.
 */
export function tryLock(file) {
  mkdirSync(dirname(file), { recursive: true });
  const own = identifyProcess(process.pid) ?? String(process.pid);
  for (;;) {
    try {
      symlinkSync(own, file);
      return { release: () => releaseIfOwn(file, own) };
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder !== undefined && isRunning(holder)) return { holderPid: Number.parseInt(holder, 10) };
    if (holder !== undefined) removeStale(file, holder);
  }
}

/**
 * Takes the lock, waiting for its holder to end.
 *
 * @param {string} file
 * @param {{ onWait?: (holderPid: number) => void, signal?: AbortSignal }} [options] `onWait` is called once.
 */
export async function waitForLock(file, { onWait, signal } = {}) {
  for (let waited = false; ; waited = true) {
    const lock = tryLock(file);
    if ('release' in lock) return lock;
    if (!waited) onWait?.(lock.holderPid);
    await sleep(100, undefined, signal ? { signal } : {});
  }
}

/**
 * Renaming lets only one of several runs remove the link, and shows afterwards whether it was the stale one: another
 * run may have put a fresh one there in between, which then goes back.
 *
 * @param {string} file
 * @param {string} stale
 */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = holderOf(aside);
  if (taken !== undefined && taken !== stale) symlinkSync(taken, file);
  rmSync(aside, { force: true });
}

/**
 * @param {string} file
 * @param {string} own
 */
function releaseIfOwn(file, own) {
  if (holderOf(file) === own) rmSync(file, { force: true });
}

/** @param {string} file */
function holderOf(file) {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
