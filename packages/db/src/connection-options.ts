import { readFileSync } from 'node:fs';
import type { ConnectionOptions, SslOptions } from 'mysql2';

const sslModes: Record<string, SslOptions | undefined> = {
  disabled: undefined,
  required: { rejectUnauthorized: false },
  verify_ca: { rejectUnauthorized: true },
  verify_identity: { rejectUnauthorized: true, verifyIdentity: true },
};
const sslShorthands: Record<string, string> = { true: 'verify_identity', false: 'disabled' };
const fileParameters = { 'ssl-ca': 'ca', 'ssl-cert': 'cert', 'ssl-key': 'key' } as const;
const knownParameters = new Set(['ssl', 'ssl-mode', 'socket', ...Object.keys(fileParameters)]);

function sslOptions(parameters: URLSearchParams): SslOptions | undefined {
  const files = Object.entries(fileParameters).filter(([name]) => parameters.has(name));
  const asked = (parameters.get('ssl') ?? parameters.get('ssl-mode'))?.toLowerCase();
  const mode =
    asked === undefined ? (files.length > 0 ? 'verify_ca' : 'disabled') : (sslShorthands[asked] ?? asked);
  if (!Object.hasOwn(sslModes, mode)) {
    throw new RangeError(
      'database URL: ssl is true, false, disabled, required, verify_ca or verify_identity',
    );
  }
  const options = sslModes[mode];
  if (options === undefined) return undefined;
  return {
    minVersion: 'TLSv1.2',
    ...options,
    ...Object.fromEntries(
      files.map(([name, key]) => [key, readFileSync(parameters.get(name) as string, 'utf8')]),
    ),
  };
}

/**
 * The connection that a URL names: `mysql://user:password@host:port/database`, `mariadb://…` the same.
 *
 * Parameters: `ssl` (or `ssl-mode`): `disabled`, `required` (encrypted, the certificate is not looked at),
 * `verify_ca`, `verify_identity` (also `true`); `ssl-ca`, `ssl-cert`, `ssl-key`: PEM files; `socket`: a unix socket
 * instead of host and port. Throws a `RangeError` that never holds the password.
 */
export function connectionOptions(url: string): ConnectionOptions {
  // What URL and decodeURIComponent throw would show the URL.
  if (!URL.canParse(url)) throw new RangeError('database URL: not a URL');
  if (/%(?![0-9a-f]{2})/i.test(url)) throw new RangeError('database URL: a % that is not %25');
  const { protocol, hostname, port, pathname, username, password, searchParams } = new URL(url);
  if (protocol !== 'mysql:' && protocol !== 'mariadb:')
    throw new RangeError('database URL: begins with mysql://');
  const unknown = [...searchParams.keys()].find((name) => !knownParameters.has(name));
  if (unknown !== undefined) throw new RangeError(`database URL: unknown parameter ${unknown}`);
  const database = decodeURIComponent(pathname.slice(1));
  if (database === '') throw new RangeError('database URL: names no database');
  const socketPath = searchParams.get('socket');
  const ssl = sslOptions(searchParams);
  return {
    host: decodeURIComponent(hostname).replace(/^\[|\]$/g, '') || 'localhost',
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database,
    ...(socketPath === null ? {} : { socketPath }),
    ...(ssl === undefined ? {} : { ssl }),
  };
}
