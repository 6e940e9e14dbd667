import { expect, test } from 'vitest';
import { isRecentEnough, parseServerVersion } from './server-program.ts';

test.each([
  [
    'mysqld  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)',
    'mariadb',
    '10.11.19',
  ],
  ['/usr/sbin/mariadbd  Ver 11.4.3-MariaDB for osx10.19 on arm64 (Homebrew)', 'mariadb', '11.4.3'],
  ['/usr/sbin/mysqld  Ver 8.4.6 for Linux on x86_64 (MySQL Community Server - GPL)', 'mysql', '8.4.6'],
  ['mysqld  Ver 9.7.4 for Linux on x86_64 ((Debian))', 'mysql', '9.7.4'],
  ['mysqld  Ver 8.0.42-0ubuntu0.24.04.1 for Linux on x86_64 ((Ubuntu))', 'mysql', '8.0.42'],
] as const)('%s', (output, engine, version) => {
  expect(parseServerVersion(output)).toEqual({ engine, version });
});

test('what is no server has no version', () => {
  expect(parseServerVersion('')).toBeUndefined();
  expect(parseServerVersion('bash: mysqld: not found')).toBeUndefined();
});

test('MySQL counts from 8.4 on, MariaDB from 10.11 on', () => {
  const recent = (engine: 'mysql' | 'mariadb', version: string) => isRecentEnough({ engine, version });
  expect(['5.7.44', '8.0.42', '8.3.0'].some((version) => recent('mysql', version))).toBe(false);
  expect(['8.4.0', '8.10.1', '9.0.1'].every((version) => recent('mysql', version))).toBe(true);
  expect(['5.5.68', '10.6.22', '10.9.8'].some((version) => recent('mariadb', version))).toBe(false);
  expect(['10.11.2', '11.4.3', '12.0.1'].every((version) => recent('mariadb', version))).toBe(true);
});
