import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/**
 * A name for a running process that no later process with the same number has: its number and when it began.
 *
 * @param {number} pid
 * @returns {string | undefined} undefined if there is no such process (or it has ended and nobody fetched its status).
 */
export function identifyProcess(pid) {
  const began = existsSync('/proc/self/stat') ? beganByProc(pid) : beganByPs(pid);
  return began === undefined ? undefined : `${pid}@${began}`;
}

/**
 * Whether the process that bore this name still runs.
 *
 * @param {string} identity
 */
export function isRunning(identity) {
  return identifyProcess(Number.parseInt(identity, 10)) === identity;
}

/**
 * The number of the process that started a process, or adopted it; undefined where that is not cheap to know.
 *
 * @param {number} pid
 */
export function parentOf(pid) {
  return readStat(pid)?.[1];
}

/** @param {number} pid */
function beganByProc(pid) {
  const stat = readStat(pid);
  return stat === undefined || stat[0] === 'Z' || stat[0] === 'X' ? undefined : stat[19];
}

/**
 * The fields of /proc/<pid>/stat after the program's name, which stands in parentheses and may hold anything.
 *
 * @param {number} pid
 */
function readStat(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function beganByPs(pid) {
  const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim().replaceAll(/\s+/g, '-') : undefined;
}
