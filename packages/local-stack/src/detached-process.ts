import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identifyProcess, isRunning } from '../bootstrap/process-identity.mjs';

/** A server that we started, now or in an earlier run that was killed. */
export interface DetachedProcess {
  readonly pid: number;
  /** Survives in a file: tells this process from a later one with the same number. */
  readonly identity: string;
  /** How it ended: an exit code, a signal, or `gone` if it was started by an earlier run. */
  readonly ended: Promise<number | string>;
  readonly running: boolean;
  /** SIGTERM, then SIGKILL to its whole group when the time is over; resolves when it is gone. */
  stop(graceMs: number): Promise<void>;
  /** SIGKILL to its whole group; resolves when it is gone. */
  kill(): Promise<void>;
}

export interface DetachedOptions {
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a program in a session of its own, so that a Ctrl-C in the terminal reaches only us and we end things in
 * order. What it prints is added to a file.
 *
 * @throws Error if it cannot be started.
 */
export async function startDetached({
  command,
  logFile,
  ...options
}: DetachedOptions): Promise<DetachedProcess> {
  const [program = '', ...args] = command;
  const log = openSync(logFile, 'a', 0o600);
  try {
    const child = spawn(program, args, { ...options, detached: true, stdio: ['ignore', log, log] });
    const ended = new Promise<number | string>((resolve) => {
      child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone'));
    });
    const pid = await spawned(child);
    return detachedProcess(
      pid,
      identifyProcess(pid) ?? String(pid),
      ended,
      () => child.exitCode === null && child.signalCode === null,
    );
  } finally {
    closeSync(log);
  }
}

/** The process of an earlier run by its identity, or undefined if it has ended. */
export function adoptProcess(identity: string): DetachedProcess | undefined {
  if (!isRunning(identity)) return undefined;
  const running = () => isRunning(identity);
  return detachedProcess(Number.parseInt(identity, 10), identity, untilGone(running), running);
}

/** How a process ended, for people: `exit code 1`, `SIGKILL`. */
export function describeEnd(how: number | string): string {
  return typeof how === 'number' ? `exit code ${how}` : how;
}

function spawned(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => resolve(child.pid as number));
  });
}

async function untilGone(running: () => boolean): Promise<string> {
  while (running()) await sleep(100, undefined, { ref: false });
  return 'gone';
}

function detachedProcess(
  pid: number,
  identity: string,
  ended: Promise<number | string>,
  running: () => boolean,
): DetachedProcess {
  const send = (signal: NodeJS.Signals, target: number) => {
    try {
      process.kill(target, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  const kill = async () => {
    send('SIGKILL', -pid);
    await gone(running);
  };
  return {
    pid,
    identity,
    ended,
    get running() {
      return running();
    },
    async stop(graceMs) {
      if (running()) send('SIGTERM', pid);
      if (!(await gone(running, graceMs))) await kill();
    },
    kill,
  };
}

/** Whether it ended within the time. */
async function gone(running: () => boolean, limitMs = 10_000): Promise<boolean> {
  const until = performance.now() + limitMs;
  while (running()) {
    if (performance.now() > until) return false;
    await sleep(20);
  }
  return true;
}
