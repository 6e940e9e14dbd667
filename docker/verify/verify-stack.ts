import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { checkConfinement, imageSize, usageOf } from './checks.ts';
import { germanText } from './german-text.ts';
import { run } from './run.ts';
import type { Stack } from './stack.ts';
import { Translator } from './translator.ts';

const megabyte = 1_000_000;
const inMib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
const inMb = (bytes: number) => `${Math.round(bytes / megabyte)} MB`;
const secondsSince = (start: number) => `${((Date.now() - start) / 1000).toFixed(1)} s`;

async function step(name: string, work: () => Promise<string>): Promise<void> {
  const start = Date.now();
  try {
    const result = await work();
    console.log(`✓ ${name}: ${result} (${secondsSince(start)})`);
  } catch (error) {
    console.log(`✗ ${name}`);
    throw error;
  }
}

/** Builds both images, starts the Compose stack and shows that it does what is promised of it. */
export async function verifyStack(stack: Stack): Promise<void> {
  const reader = new Translator(stack.url);
  await step('build from a clean clone', () => build(stack));
  await step('start', async () => {
    await stack.compose('up', '--detach', '--wait');
    const log = await stack.compose('logs', '--no-log-prefix', 'api');
    assert.doesNotMatch(log, /model compiled|cannot be compiled/, 'the image holds no compiled model');
    const idle = await usageOf(stack, ['api', 'web', 'mysql']);
    const [api, web, mysql] = idle.map(({ memory }) => inMib(memory));
    return `all containers are healthy; idle: api ${api}, web ${web}, mysql ${mysql}`;
  });
  await step('confinement', async () => {
    for (const service of ['mysql', 'api', 'web']) await checkConfinement(stack, service);
    return 'read-only, no capabilities, no root, bounded memory';
  });
  await step('page', () => checkPage(stack));
  await step('sentence', async () => {
    const text = await reader.translate('Guten Morgen!');
    assert.match(text, /morning/i);
    return `Guten Morgen! → ${text.trim()}`;
  });
  await step('1 MB', () => translateLongText(stack, reader));
  await step('MySQL killed meanwhile', () => surviveDatabaseCrash(stack, reader));
  await step('backup and restore', () => backupAndRestore(stack, reader));
  await step('SIGTERM meanwhile', () => stopAndResume(stack, reader));
}

async function build(stack: Stack): Promise<string> {
  await stack.compose('build');
  const name = 'ghcr.io/datatrigger/unlimited-translation';
  const [api, web, base] = await Promise.all(
    [`${name}-api:verify`, `${name}-web:verify`, 'nginxinc/nginx-unprivileged:1.28-bookworm'].map((image) =>
      imageSize(image).catch(() => Number.NaN),
    ),
  );
  assert.ok(api !== undefined && web !== undefined && base !== undefined);
  assert.ok(api <= 350 * megabyte, `the API's image has ${inMb(api)}`);
  // The base is there unless the builder keeps its images to itself.
  assert.ok(!(web - base > 60 * megabyte), `the page adds ${inMb(web - base)}`);
  return `api ${inMb(api)}, web ${inMb(web)}`;
}

async function checkPage(stack: Stack): Promise<string> {
  const page = await fetch(stack.url);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  const asset = /href="(\S*assets\/[^"]+\.css)"/.exec(await page.text())?.[1];
  assert.ok(asset, 'the page names no style sheet');
  const { headers } = await fetch(new URL(asset, stack.url), { headers: { 'accept-encoding': 'gzip' } });
  assert.match(headers.get('cache-control') ?? '', /immutable/);
  assert.equal(headers.get('content-encoding'), 'gzip');
  assert.equal((await fetch(`${stack.url}/nothing-here`)).status, 404);
  return 'policy, caching, compression';
}

/** Its events pass nginx while it is being translated, and memory stays within the limit. */
async function translateLongText(stack: Stack, reader: Translator): Promise<string> {
  const start = Date.now();
  const text = germanText(megabyte);
  const { id, segmentCount } = await reader.upload(text);
  await reader.events(id, (name) => name === 'segments');
  assert.equal((await reader.find(id)).status, 'running', 'the first event came when all was over');
  const services = ['api', 'web', 'mysql'];
  const peaks = services.map((service) => ({ service, memory: 0, cpu: 0 }));
  const done = await reader.waitUntilDone(id, 30 * 60_000, async () => {
    for (const [index, usage] of (await usageOf(stack, services)).entries()) {
      const peak = peaks[index] as (typeof peaks)[number];
      peak.memory = Math.max(peak.memory, usage.memory);
      peak.cpu = Math.max(peak.cpu, usage.cpu);
    }
  });
  assert.equal(done.status, 'done');
  assert.equal(done.doneCount, segmentCount);
  assert.ok((await reader.targetText(id)).length > text.length / 3, 'the translation is too short');
  for (const { service, memory } of peaks) {
    const { HostConfig, State } = await stack.inspect(service);
    assert.equal(State.OOMKilled, false, `${service} ran out of memory`);
    assert.ok(memory < HostConfig.Memory, `${service} used ${inMib(memory)} of ${inMib(HostConfig.Memory)}`);
  }
  const perSecond = Math.round(segmentCount / ((Date.now() - start) / 1000));
  const used = peaks.map(
    ({ service, memory, cpu }) => `${service} ${inMib(memory)} and ${cpu.toFixed(2)} CPU`,
  );
  return `${segmentCount} sentences, ${perSecond}/s; at most ${used.join(', ')}`;
}

async function surviveDatabaseCrash(stack: Stack, reader: Translator): Promise<string> {
  const { id, segmentCount } = await reader.upload(germanText(60_000).replaceAll('Leute', 'Kinder'));
  await delay(500);
  await stack.compose('kill', 'mysql');
  await stack.compose('up', '--detach', '--wait', 'mysql');
  const done = await reader.waitUntilDone(id, 10 * 60_000);
  assert.equal(done.status, 'done');
  assert.equal(done.doneCount, segmentCount);
  return `${segmentCount} sentences, none lost`;
}

/** The scripts of the cluster's backup, against this database. */
async function backupAndRestore(stack: Stack, reader: Translator): Promise<string> {
  const { id } = await reader.upload('Der Schlüssel liegt unter dem Stein.');
  await reader.waitUntilDone(id, 60_000);
  const before = await reader.targetText(id);
  const volume = `${stack.project}_backups`;
  const script = (name: string) =>
    run('docker', [
      ...[
        'run',
        '--rm',
        '--read-only',
        '--cap-drop=ALL',
        `--network=${stack.project}_data`,
        '--entrypoint=bash',
      ],
      ...['--volume', `${volume}:/backups`],
      ...['--volume', `${join(stack.folder, 'k8s/components/backup')}:/scripts:ro`],
      ...['--volume', `${join(stack.folder, 'docker/secrets')}:/run/secrets/database:ro`],
      ...['mysql:8.4', `/scripts/${name}.sh`],
    ]);
  try {
    const written = await script('backup');
    await stack.exec('mysql', 'sh', '-c', deleteEverything);
    await assert.rejects(reader.find(id), /404/);
    await stack.compose('stop', 'api');
    const restored = await script('restore');
    await stack.compose('up', '--detach', '--wait', 'api');
    assert.equal(await reader.targetText(id), before);
    return `${written.trim()}; ${restored.trim()}`;
  } finally {
    await run('docker', ['volume', 'rm', '--force', volume]);
  }
}

const deleteEverything =
  'MYSQL_PWD=$(cat /run/secrets/database/owner-password) mysql --host=127.0.0.1 --user=owner translation ' +
  '--execute="delete from segment; delete from block; delete from translation"';

/** A clean end while there is work, and the work goes on afterwards. */
async function stopAndResume(stack: Stack, reader: Translator): Promise<string> {
  const { id, segmentCount } = await reader.upload(germanText(60_000).replaceAll('Leute', 'Frauen'));
  await delay(500);
  const start = Date.now();
  await stack.compose('stop', 'api', 'web');
  const took = secondsSince(start);
  for (const service of ['api', 'web']) {
    const { State } = await stack.inspect(service);
    assert.equal(State.ExitCode, 0, `${service} ended with ${State.ExitCode}`);
  }
  assert.match(await stack.compose('logs', '--no-log-prefix', 'api'), /"msg":"stopped"/);
  await stack.compose('up', '--detach', '--wait');
  const done = await reader.waitUntilDone(id, 10 * 60_000);
  assert.equal(done.doneCount, segmentCount);
  return `ended in ${took} with code 0, and all ${segmentCount} sentences were translated after the restart`;
}
