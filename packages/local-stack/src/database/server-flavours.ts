import { appendFileSync, existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runQuietly } from '../../bootstrap/quiet-command.mjs';
import type { ServerProgram } from './server-program.ts';
import type { ServerUser } from './server-user.ts';

/** Makes an empty data folder. */
export async function initialise(
  program: ServerProgram,
  data: string,
  logFile: string,
  user: ServerUser | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  const command =
    program.engine === 'mysql' ? mysqlSetUp(program, data) : mariadbSetUp(program, basename(data));
  const asRoot = runsAsRoot(user) ? ['--user=root'] : [];
  await runQuietly([...command, ...asRoot], {
    cwd: dirname(data),
    signal,
    ...user,
    onEnd: (output) => appendFileSync(logFile, output),
  });
}

function mysqlSetUp({ command, options }: ServerProgram, data: string): string[] {
  return [...command, '--no-defaults', ...options, `--datadir=${data}`, '--initialize-insecure'];
}

/** A shell script that stumbles over spaces in a path: it gets one relative to the folder it runs in. */
function mariadbSetUp({ command, options }: ServerProgram, name: string): string[] {
  const server = command[0] as string;
  const candidates = ['mariadb-install-db', 'mysql_install_db'].flatMap((name) => [
    join(dirname(server), name),
    join(dirname(dirname(server)), 'bin', name),
    join(dirname(dirname(server)), 'scripts', name),
  ]);
  return [
    candidates.find((file) => existsSync(file)) ?? 'mariadb-install-db',
    '--no-defaults',
    ...options,
    `--datadir=./${name}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    // It would otherwise ask whether the machine's own name resolves, which on a bare machine it may not.
    '--skip-name-resolve',
    '--force',
  ];
}

/** Root for want of another user: only then has the server to be told that this is meant. */
export function runsAsRoot(user: ServerUser | undefined): boolean {
  return user === undefined && process.getuid?.() === 0;
}

export interface ServerSettings {
  readonly data: string;
  readonly port: number;
  /** File with the SQL that runs at every start. */
  readonly statements: string;
  readonly throwaway: boolean;
  readonly asRoot: boolean;
}

/** The server's options; no configuration file of the machine is read. */
export function serverOptions({ engine, options }: ServerProgram, settings: ServerSettings): string[] {
  const flavour =
    engine === 'mysql'
      ? // Without secure-file-priv a MySQL outside its package looks for a folder that is not there, and ends.
        ['--secure-file-priv=NULL', '--mysqlx=OFF', '--performance-schema=OFF', '--disable-log-bin']
      : // MariaDB's own limit is a quarter of MySQL's, which the cluster has.
        ['--skip-log-bin', '--max-allowed-packet=64M', '--character-set-server=utf8mb4'];
  const unsafe = ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'];
  return [
    '--no-defaults',
    ...options,
    ...(settings.asRoot ? ['--user=root'] : []),
    `--datadir=${settings.data}`,
    `--init-file=${settings.statements}`,
    `--port=${settings.port}`,
    '--bind-address=127.0.0.1',
    '--socket=',
    '--skip-name-resolve',
    `--pid-file=${join(settings.data, 'pid')}`,
    '--innodb-buffer-pool-size=256M',
    ...flavour,
    ...(settings.throwaway ? unsafe : []),
  ];
}

export interface AccountPasswords {
  readonly app: string;
  readonly owner: string;
}

/**
 * Two accounts: `owner` changes the schema and makes databases for tests, `app` reads and writes rows and is all that the
 * running service has. Nobody can log in as root: the server ends by a signal.
 */
export function startStatements(engine: ServerProgram['engine'], passwords: AccountPasswords): string {
  const account = (name: keyof AccountPasswords) => {
    const secret = `'${passwords[name].replaceAll(/['\\]/g, '\\$&')}'`;
    return [
      `CREATE USER IF NOT EXISTS '${name}'@'%' IDENTIFIED BY ${secret}`,
      `ALTER USER '${name}'@'%' IDENTIFIED BY ${secret}`,
      `REVOKE ALL PRIVILEGES, GRANT OPTION FROM '${name}'@'%'`,
    ];
  };
  const dropRoot =
    engine === 'mysql'
      ? "DROP USER IF EXISTS 'root'@'localhost'"
      : "DELETE FROM mysql.global_priv WHERE User IN ('root', '')";
  return `${[
    'CREATE DATABASE IF NOT EXISTS `translation` CHARACTER SET utf8mb4',
    ...account('owner'),
    "GRANT ALL ON `translation`.* TO 'owner'@'%'",
    "GRANT ALL ON `translation\\_%`.* TO 'owner'@'%'",
    ...account('app'),
    "GRANT SELECT, INSERT, UPDATE, DELETE ON `translation`.* TO 'app'@'%'",
    dropRoot,
    'FLUSH PRIVILEGES',
  ].join(';\n')};\n`;
}
