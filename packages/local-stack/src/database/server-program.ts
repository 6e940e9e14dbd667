import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** A MySQL or MariaDB server that can be started here. */
export interface ServerProgram {
  readonly engine: 'mysql' | 'mariadb';
  /** `10.11.19` */
  readonly version: string;
  /** The program, with what has to come before its options. */
  readonly command: readonly string[];
  /** Options it needs to run from where it lies. */
  readonly options: readonly string[];
}

/** Oldest releases that the project runs on, as [major, minor]. */
const oldest = { mysql: [8, 4], mariadb: [10, 11] } as const;

export const engineNames = { mysql: 'MySQL', mariadb: 'MariaDB' } as const;

/** Where servers lie that are not on everybody's PATH. */
const usualFolders = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/usr/local/mysql/bin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/opt/homebrew/opt/mariadb/bin',
];

/** The servers installed on this machine, recent enough or not, each once. */
export function installedServers(path = process.env.PATH ?? ''): ServerProgram[] {
  const folders = [...path.split(delimiter), ...usualFolders];
  const files = folders.flatMap((folder) => ['mysqld', 'mariadbd'].map((name) => join(folder, name)));
  const real = files.filter((file) => existsSync(file)).map((file) => realpathSync(file));
  return [...new Set(real)].flatMap((file) => {
    const { stdout } = spawnSync(file, ['--no-defaults', '--version'], { encoding: 'utf8', timeout: 10_000 });
    const found = parseServerVersion(stdout ?? '');
    if (!found) return [];
    // A server that lies in a folder of its own finds its messages and SQL files only if told so.
    const base = dirname(dirname(file));
    return [{ ...found, command: [file], options: base === '/usr' ? [] : [`--basedir=${base}`] }];
  });
}

/** Reads what `mysqld --version` prints. */
export function parseServerVersion(output: string): Pick<ServerProgram, 'engine' | 'version'> | undefined {
  const [, version, suffix] = /\bVer (\d+\.\d+\.\d+)(\S*)/.exec(output) ?? [];
  if (version === undefined) return undefined;
  return { engine: /mariadb/i.test(suffix ?? '') ? 'mariadb' : 'mysql', version };
}

/** Whether the project runs on that release. */
export function isRecentEnough({ engine, version }: Pick<ServerProgram, 'engine' | 'version'>): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldest[engine];
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/** `MySQL 8.4 or newer` */
export function describeOldest(engine: ServerProgram['engine']): string {
  return `${engineNames[engine]} ${oldest[engine].join('.')} or newer`;
}
