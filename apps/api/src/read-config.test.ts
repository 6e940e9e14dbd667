import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './read-config.ts';

const DATABASE_URL = 'mysql://app:secret@127.0.0.1:3306/translation';

test('defaults, conversion of numbers and booleans, empty means unset', () => {
  const config = readConfig({ DATABASE_URL, PORT: '9000', MIGRATE_AT_START: 'true', LOG_LEVEL: '' });
  expect(config).toMatchObject({ PORT: 9000, MIGRATE_AT_START: true, LOG_LEVEL: 'info', HOST: '127.0.0.1' });
});

test('a secret may come from a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'url');
  writeFileSync(file, `${DATABASE_URL}\n`);
  expect(readConfig({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe(DATABASE_URL);
  expect(() => readConfig({ DATABASE_URL_FILE: '/does/not/exist' })).toThrow('DATABASE_URL_FILE');
});

test('a wrong value stops the start with a message that names it and does not show it', () => {
  expect(() => readConfig({})).toThrow(/DATABASE_URL/);
  expect(() => readConfig({ DATABASE_URL: 'postgres://x:hush@y/z' })).toThrow(/DATABASE_URL must match/);
  expect(() => readConfig({ DATABASE_URL: 'postgres://x:hush@y/z' })).not.toThrow(/hush/);
  expect(() => readConfig({ DATABASE_URL, PORT: 'eighty', LOG_LEVEL: 'loud' })).toThrow(
    /PORT .*\n.*LOG_LEVEL/,
  );
});
