import assert from 'node:assert/strict';
import { run } from './run.ts';
import type { Stack } from './stack.ts';

/** That a container can do nothing but its work; returns its limit of memory in bytes. */
export async function checkConfinement(stack: Stack, service: string): Promise<number> {
  const { HostConfig: host } = await stack.inspect(service);
  assert.equal(host.ReadonlyRootfs, true, `${service}: the root file system can be written`);
  assert.deepEqual(host.CapDrop, ['ALL'], `${service}: capabilities are kept`);
  assert.ok(host.SecurityOpt?.includes('no-new-privileges:true'), `${service}: privileges can be gained`);
  assert.ok(host.Memory > 0, `${service}: memory is not limited`);

  // What the kernel says of the first process, not what was asked for.
  const status = await stack.exec(service, 'cat', '/proc/1/status');
  assert.match(status, /^Uid:\s+([1-9]\d*)\s/m, `${service}: runs as root`);
  assert.match(status, /^CapEff:\s+0+$/m, `${service}: has capabilities`);
  assert.match(status, /^NoNewPrivs:\s+1$/m, `${service}: may gain privileges`);
  await assert.rejects(
    stack.exec(service, 'touch', '/written'),
    /[Rr]ead-only file system/,
    `${service}: can write`,
  );
  return host.Memory;
}

export interface Usage {
  /** Bytes, page cache left out, as `docker stats` counts. */
  readonly memory: number;
  /** Of one processor. */
  readonly cpu: number;
}

/** What containers use now. */
export async function usageOf(stack: Stack, services: readonly string[]): Promise<Usage[]> {
  const ids = await Promise.all(services.map(async (service) => (await stack.inspect(service)).Id));
  const format = '{{.MemUsage}} {{.CPUPerc}}';
  const lines = (await run('docker', ['stats', '--no-stream', '--format', format, ...ids]))
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [, number = '', unit = '', percent = ''] = /^([\d.]+)([KMG]?i?B).* ([\d.]+)%$/.exec(line) ?? [];
    const factor = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 }[unit] ?? Number.NaN;
    return { memory: Number(number) * factor, cpu: Number(percent) / 100 };
  });
}

export async function imageSize(image: string): Promise<number> {
  return Number(await run('docker', ['image', 'inspect', '--format', '{{.Size}}', image]));
}
