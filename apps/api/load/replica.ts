import { readdirSync, readFileSync } from 'node:fs';
import { freePort, startApi, type TestApi } from '@unlimited/local-stack';

/** A replica of the API in a process of its own, and what the kernel and its metrics say of it. */
export interface Replica extends TestApi {
  /** The sum of a metric over its labels. */
  metric(name: string): Promise<number>;
  /** CPU seconds of the API's own process, its engine not counted. */
  cpuSeconds(): number;
  rssMiB(): number;
  /** The highest since the start. */
  peakRssMiB(): number;
  /** The engine's processes. */
  enginePids(): number[];
}

const ticksPerSecond = 100;

export async function startReplica(databaseUrl: string, env: Record<string, string> = {}): Promise<Replica> {
  const metricsPort = await freePort();
  const api = await startApi({
    databaseUrl,
    env: { METRICS_PORT: String(metricsPort), LOG_LEVEL: 'error', MAX_STREAMS_PER_OWNER: '2000', ...env },
  });
  return {
    ...api,
    async metric(name) {
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const lines = text
        .split('\n')
        .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
      return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    },
    cpuSeconds: () => cpuSecondsOf(api.pid),
    rssMiB: () => statusMiB(api.pid, 'VmRSS'),
    peakRssMiB: () => statusMiB(api.pid, 'VmHWM'),
    enginePids: () => childrenOf(api.pid),
  };
}

/** CPU seconds of one process so far. */
export function cpuSecondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

function statusMiB(pid: number, field: string): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm'));
  return Number(line?.[1]) / 1024;
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => {
      try {
        return Number(readFileSync(`/proc/${child}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]) === pid;
      } catch {
        return false; // it has ended meanwhile
      }
    });
}
