import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiProcess } from './api-process.ts';
import { endWithUs } from './end-with-us.ts';
import { freePort } from './free-port.ts';

export interface TestApiOptions {
  readonly databaseUrl: string;
  /** A free one if not given. */
  readonly port?: number;
  /** Further variables of the API; `MIGRATE_AT_START` is `true` unless it is among them. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface TestApi {
  readonly url: string;
  readonly pid: number;
  /** SIGTERM, and wait. */
  stop(): Promise<void>;
  /** SIGKILL to it and its children, and wait: the power failure. */
  kill(): Promise<void>;
  /** All that it printed. */
  logs(): string;
}

/** The API as a process of its own, ready to take work. */
export async function startApi({ databaseUrl, port, env }: TestApiOptions): Promise<TestApi> {
  const folder = mkdtempSync(join(tmpdir(), 'unlimited-api-'));
  const logFile = join(folder, 'log');
  const api = await startApiProcess({
    port: port ?? (await freePort()),
    databaseUrl,
    logFile,
    env: { MIGRATE_AT_START: 'true', ...env },
  });
  const released = endWithUs(api.process.pid);
  await api.ready().catch(async (error: unknown) => {
    await api.process.kill();
    released();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  let kept: string | undefined;
  const finish = () => {
    released();
    kept ??= api.log();
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: api.url,
    pid: api.process.pid,
    stop: () => api.stop().finally(finish),
    kill: () => api.process.kill().finally(finish),
    logs: () => kept ?? api.log(),
  };
}
