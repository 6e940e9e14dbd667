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

/** Bytes that a container holds now, page cache left out, as `docker stats` counts. */
export async function memoryOf(stack: Stack, service: string): Promise<number> {
  const { Id } = await stack.inspect(service);
  const usage = await run('docker', ['stats', '--no-stream', '--format', '{{.MemUsage}}', Id]);
  const [, number = '', unit = ''] = /^([\d.]+)([KMG]?i?B)/.exec(usage) ?? [];
  return Number(number) * ({ B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 }[unit] ?? Number.NaN);
}

export async function imageSize(image: string): Promise<number> {
  return Number(await run('docker', ['image', 'inspect', '--format', '{{.Size}}', image]));
}
