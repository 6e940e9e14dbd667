import { Kysely, type LogEvent, MysqlDialect, type MysqlPool, type MysqlPoolConnection } from 'kysely';
import { createPool } from 'mysql2';
import { connectionOptions } from './connection-options.ts';
import type { Database } from './database.ts';

export interface DatabaseOptions {
  /** See {@link connectionOptions}. */
  readonly url: string;
  /** Connections at most; default 10. */
  readonly poolSize?: number;
  /** Calls that may wait for a connection; those over it fail at once. Default 1,000. */
  readonly queueLimit?: number;
  readonly connectTimeoutMs?: number;
  /** Told of every statement that ended: how long it took, the wait for a connection not counted. */
  readonly onQuery?: (ms: number, outcome: 'ok' | 'error') => void;
}

/**
 * What every connection starts with, said here so that no server's configuration changes what the stores do. READ
 * COMMITTED: the claim and the deletions lock the rows that they found and no gaps between them. The SQL mode: an
 * error instead of cut-off text, and assignments from left to right.
 */
const sessionSettings = [
  `set session transaction isolation level read committed`,
  `set time_zone = '+00:00', sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', innodb_lock_wait_timeout = 20`,
];

function settle(connection: MysqlPoolConnection, done: (error?: unknown) => void, next = 0): void {
  const setting = sessionSettings[next];
  if (setting === undefined) {
    done();
    return;
  }
  connection.query(setting, [], (error) => {
    if (error) done(error);
    else settle(connection, done, next + 1);
  });
}

/** Makes a new connection forget the statement that failed: it holds users' text, and errors are logged. */
function hideStatements(connection: MysqlPoolConnection): void {
  const query = connection.query.bind(connection);
  connection.query = (statement, parameters, callback) =>
    query(statement, parameters, callback && ((error, result) => callback(withoutStatement(error), result)));
}

function withoutStatement(error: unknown): unknown {
  if (error instanceof Error && 'sql' in error) delete error.sql;
  return error;
}

/** A pool whose connections have their session settings before anybody gets them. */
function withSessionSettings(pool: MysqlPool): MysqlPool {
  const settled = new WeakSet<MysqlPoolConnection>();
  return {
    end: (callback) => pool.end(callback),
    getConnection: (callback) =>
      pool.getConnection((error, connection) => {
        if (error || settled.has(connection)) {
          callback(error, connection);
          return;
        }
        hideStatements(connection);
        settle(connection, (failure) => {
          if (failure) connection.destroy();
          else settled.add(connection);
          callback(failure, connection);
        });
      }),
  };
}

/**
 * A pool of connections to MySQL ≥ 8.4 or MariaDB ≥ 10.11; it connects at the first query. `db.destroy()` closes it.
 *
 * Statements go as text, escaped by mysql2, not prepared: their length varies with the number of rows, and each
 * length would stay in the server's cache of prepared statements.
 */
export function createDatabase(options: DatabaseOptions): Kysely<Database> {
  const { onQuery } = options;
  const log = ({ level, queryDurationMillis }: LogEvent) =>
    onQuery?.(queryDurationMillis, level === 'error' ? 'error' : 'ok');
  return new Kysely({ dialect: createDialect(options), ...(onQuery === undefined ? {} : { log }) });
}

export function createDialect(options: DatabaseOptions): MysqlDialect {
  const pool = createPool({
    ...connectionOptions(options.url),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    connectionLimit: options.poolSize ?? 10,
    queueLimit: options.queueLimit ?? 1000,
    connectTimeout: options.connectTimeoutMs ?? 10_000,
    enableKeepAlive: true,
    keepAliveInitialDelay: 10_000,
  });
  return new MysqlDialect({ pool: withSessionSettings(pool as unknown as MysqlPool) });
}
