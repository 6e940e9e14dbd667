import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExplainedError, lastLines } from '../bootstrap/explained-error.mjs';
import { type DetachedProcess, describeEnd, startDetached } from './detached-process.ts';
import { root } from './paths.ts';

/**
 * The heap of the API, in MiB; the image starts it with the same. Left to itself, Node takes from a machine with much memory
 * what it can: new objects fill 128 MiB before they are looked at, and old ones may pile up to four times what is in use.
 */
export const heapSettings: readonly string[] = ['--max-semi-space-size=16', '--max-old-space-size=512'];

const readyWithinMs = 600_000;
const stopWithinMs = 30_000;

export interface ApiProcessOptions {
  readonly port: number;
  readonly databaseUrl: string;
  readonly logFile: string;
  /** Further variables, over those of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface ApiProcess {
  readonly url: string;
  readonly process: DetachedProcess;
  /**
   * Waits until it can take work, however long its model takes to load.
   *
   * @throws ExplainedError with the end of its log if it ends before.
   */
  ready(signal?: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** What it printed, without what earlier runs left in the file. */
  log(): string;
  /** What to tell when it has ended without being asked to. */
  explainEnd(how: number | string): ExplainedError;
}

/** Starts the API; what it prints is added to the log file. */
export async function startApiProcess(options: ApiProcessOptions): Promise<ApiProcess> {
  const { port, databaseUrl, logFile } = options;
  mkdirSync(dirname(logFile), { recursive: true });
  const logBegin = existsSync(logFile) ? statSync(logFile).size : 0;
  const child = await startDetached({
    command: [process.execPath, ...heapSettings, join(root, 'apps', 'api', 'src', 'main.ts')],
    cwd: root,
    env: { ...process.env, ...options.env, HOST: '127.0.0.1', PORT: String(port), DATABASE_URL: databaseUrl },
    logFile,
  });
  const url = `http://127.0.0.1:${port}`;
  const log = () => readFileSync(logFile).subarray(logBegin).toString();
  const explainEnd = (how: number | string) =>
    new ExplainedError(
      `The API ended (${describeEnd(how)}). The end of ${logFile}:\n\n${lastLines(log(), 12)}`,
    );
  return {
    url,
    process: child,
    stop: () => child.stop(stopWithinMs),
    log,
    explainEnd,
    async ready(signal) {
      const until = performance.now() + readyWithinMs;
      while (!(await isReady(url))) {
        signal?.throwIfAborted();
        if (!child.running) throw explainEnd(await child.ended);
        if (performance.now() > until)
          throw new ExplainedError(`The API is not ready after 10 minutes: ${logFile}`);
        await sleep(50);
      }
    },
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
