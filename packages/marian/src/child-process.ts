import { type ChildProcess, fork } from 'node:child_process';
import { getPriority, setPriority } from 'node:os';
import type { ChildMessage, HostMessage } from './child-message.ts';

/** The module of a child when the engine runs from its sources. */
const sourceEntry = new URL('./child-entry.ts', import.meta.url);

export interface ChildHandlers {
  onMessage(message: ChildMessage): void;
  onExit(): void;
}

/**
 * Makes the C library give memory back that was only needed while a model was loaded, and ask for large pages, with which
 * products find their weights sooner (glibc; others ignore it).
 */
const memorySettings = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '1000000',
  MALLOC_MMAP_THRESHOLD_: '262144',
  GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1',
};

/** The environment of a process that computes; what is set from outside comes first. */
export const childEnvironment = () => ({ ...memorySettings, ...process.env });

/**
 * By how much a child is nicer than its host: what answers people on the same processors comes first. It needs little, and a
 * sentence beside a novel is done a fifth to a third sooner.
 */
const niceness = { more: 10, most: 19 };

/** Starts a process that answers with `ChildMessage`s. What it writes goes to this process' standard error. */
export function startChild(entry: URL | undefined, handlers: ChildHandlers): ChildProcess {
  const child = fork(entry ?? sourceEntry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc'],
    execArgv: [],
    env: childEnvironment(),
  });
  beNice(child);
  child.on('message', (message) => handlers.onMessage(message as ChildMessage));
  child.once('exit', () => handlers.onExit());
  // A failed start is followed by no exit; a failed send is followed by one.
  child.on('error', () => {
    if (child.pid === undefined) handlers.onExit();
  });
  return child;
}

function beNice({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, Math.min(niceness.most, getPriority() + niceness.more));
  } catch {
    // It has ended already, or the system does not let us: then it is as important as its host.
  }
}

export function sendTo(child: ChildProcess, message: HostMessage): void {
  if (child.connected) child.send(message, () => undefined);
}

/** Ends a child: at first by closing its channel, and with force when that has not worked after two seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  if (child.connected) child.disconnect();
  const force = setTimeout(() => child.kill('SIGKILL'), 2_000);
  await promise;
  clearTimeout(force);
}
