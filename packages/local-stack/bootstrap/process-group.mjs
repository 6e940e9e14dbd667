import { spawn } from 'node:child_process';

/**
 * Starts a program in a session of its own: a Ctrl-C in the terminal does not reach it, and when it is to end, all
 * that it started ends with it.
 *
 * @param {readonly string[]} command
 * @param {import('node:child_process').SpawnOptions} options
 * @param {AbortSignal} [signal] Sends SIGTERM to all of them.
 */
export function spawnGroup([program = '', ...args], options, signal) {
  const child = spawn(program, args, { ...options, detached: true });
  const end = () => {
    try {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended in this moment.
    }
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  child.once('close', () => signal?.removeEventListener('abort', end));
  return child;
}
