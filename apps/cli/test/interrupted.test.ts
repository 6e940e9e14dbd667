import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createTestDatabase, startApi, type TestApi, type TestDatabase } from '@unlimited/local-stack';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type RunningCommand, start, temporaryFolder } from './support/command.ts';
import { sentences } from './support/sentences.ts';

const apiEnv = { LEASE_MS: '2000' };
const folder = temporaryFolder();
let database: TestDatabase;
let api: TestApi;
let env: NodeJS.ProcessEnv;
let runs = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startApi({ databaseUrl: database.url, env: apiEnv });
});
beforeEach(() => {
  env = { XDG_STATE_HOME: join(folder, `state-${runs++}`), UNLIMITED_TRANSLATION_SERVER: api.url };
});
afterAll(async () => {
  await api?.stop();
  await database?.drop();
});

const begin = (input: string) => start(['--from', 'de', '--to', 'en'], { env, input });
const someOutput = ({ stdout }: RunningCommand) =>
  expect.poll(() => stdout().length, { timeout: 120_000 }).toBeGreaterThan(1000);

const stateFiles = () => readdirSync(join(env.XDG_STATE_HOME ?? '', 'unlimited-translation'));
const runFile = () => stateFiles().find((file) => file.startsWith('run-')) ?? 'none';
const storedRun = (): { id: string; cookie: string } =>
  JSON.parse(readFileSync(join(env.XDG_STATE_HOME ?? '', 'unlimited-translation', runFile()), 'utf8'));

/** Every sentence once and in order, by the number in it. */
function expectWhole(output: string, count: number): void {
  const paragraphs = output.split('\n\n  ');
  expect(paragraphs).toHaveLength(count);
  expect(output.startsWith('\n') && output.endsWith('\n')).toBe(true);
}

test('kill -9 of the command: the next run gets the same translation, all of it', async () => {
  const text = sentences(1000, 'Clara');
  const first = begin(text);
  await someOutput(first);
  first.child.kill('SIGKILL');
  expect((await first.ended).signal).toBe('SIGKILL');
  const { id, cookie } = storedRun();
  expect(statSync(join(env.XDG_STATE_HOME ?? '', 'unlimited-translation', runFile())).mode & 0o777).toBe(
    0o600,
  );

  const second = begin(text);
  await someOutput(second);
  expect(storedRun().id).toBe(id);
  const { code, stdout } = await second.ended;
  expect(code).toBe(0);
  expectWhole(stdout, 1000);
  expect(stateFiles()).toEqual(['cookies.json']);
  expect((await fetch(`${api.url}/api/translations/${id}`, { headers: { cookie } })).status).toBe(404);
});

test('kill -9 of the server: the command goes on when it is back', async () => {
  const running = begin(sentences(1000, 'Dora'));
  await someOutput(running);
  await api.kill();
  api = await startApi({ databaseUrl: database.url, port: Number(new URL(api.url).port), env: apiEnv });
  const { code, stdout } = await running.ended;
  expect(code).toBe(0);
  expectWhole(stdout, 1000);
});

test('Ctrl-C leaves the text with the server, and --discard removes it', async () => {
  const running = begin(sentences(1000, 'Emma'));
  await someOutput(running);
  running.child.kill('SIGINT');
  const { code, stderr } = await running.ended;
  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: expect.stringContaining('the same command gets it'),
  });
  const { id, cookie } = storedRun();
  const status = async () =>
    (await fetch(`${api.url}/api/translations/${id}`, { headers: { cookie } })).status;
  expect(await status()).toBe(200);
  expect(await start(['--discard'], { env }).ended).toMatchObject({ code: 0, stderr: '1 removed.\n' });
  expect(await status()).toBe(404);
  expect(stateFiles().filter((file) => file.startsWith('run-'))).toEqual([]);
});

test('a translation that is gone from the server is made again', async () => {
  const text = sentences(1000, 'Frieda');
  const first = begin(text);
  await someOutput(first);
  first.child.kill('SIGTERM');
  expect((await first.ended).code).toBe(143);
  const { id, cookie } = storedRun();
  await fetch(`${api.url}/api/translations/${id}`, { method: 'DELETE', headers: { cookie } });
  const { code, stdout } = await begin(text).ended;
  expect(code).toBe(0);
  expectWhole(stdout, 1000);
});
