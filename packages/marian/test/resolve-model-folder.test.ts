import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEngine } from '../src/index.ts';
import { bundledModel } from './bundled-model.ts';

/** A model hub with one model. */
let hub: Server;
let hubUrl: string;
let cacheDir: string;
const requests: string[] = [];

beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'marian-hub-'));
  hub = createServer((request, response) => {
    requests.push(request.url ?? '');
    const path = /^\/somebody\/de-en\/resolve\/main\/([\w./]+)$/.exec(request.url ?? '')?.[1];
    const file = createReadStream(join(bundledModel, path ?? 'no such file'));
    file.once('error', () => response.writeHead(404).end());
    file.once('open', () => file.pipe(response));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => hub.once('listening', resolve));
  hubUrl = `http://127.0.0.1:${(hub.address() as AddressInfo).port}`;
});
afterAll(async () => {
  hub.close();
  await rm(cacheDir, { recursive: true });
});

const create = (source: string) =>
  createEngine({
    models: [{ sourceLang: 'de', targetLang: 'en', source }],
    processes: 1,
    beamSize: 1,
    cacheDir,
    hubUrl,
  });

it('fetches a model from the hub once, and translates with it', async () => {
  for (const expectedToAsk of [true, false]) {
    requests.length = 0;
    const engine = await create('somebody/de-en');
    const [result] = await engine.translate(engine.models[0]?.modelKey as string, ['Das Haus ist alt.']);
    await engine.close();
    expect(result?.targetText).toBe('The house is old.');
    expect(requests.length > 0).toBe(expectedToAsk);
  }
}, 60_000);

it('says when the hub does not have it', async () => {
  await expect(create('somebody/de-fr')).rejects.toMatchObject({ code: 'model_not_found' });
}, 60_000);
