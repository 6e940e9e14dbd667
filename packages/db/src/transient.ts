import { setTimeout as delay } from 'node:timers/promises';

const deadlocks = new Set([
  1205, // lock wait timeout
  1213, // deadlock
  1020, // MariaDB: the record has changed since it was last read
]);

const outages = new Set([
  1040, // too many connections
  1053, // server shutdown in progress
  1077, // normal shutdown
  1079, // shutdown complete
  1129, // host blocked after too many failed connections
  1152, // aborted connection
  1158, // the four network errors
  1159,
  1160,
  1161,
  1203, // this user has too many connections
  1290, // read-only after a failover
  1317, // query interrupted: the connection was killed
  1836, // read-only mode
  1927, // MariaDB: connection was killed
  3032, // the server is in offline mode
  4031, // disconnected for inactivity
]);

const lostConnections = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT', // the socket file of a server that is not up
  'EPIPE',
  'ETIMEDOUT',
]);

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}

/** Whether the server rolled the transaction back in favour of another: nothing was written, try at once. */
export function isDeadlock(error: unknown): boolean {
  return deadlocks.has(property(error, 'errno') as number);
}

/**
 * Whether the same call may succeed later: a deadlock, or a database that is restarting, failing over, full or out
 * of reach. After a lost connection nobody knows whether a commit went through; the stores bear being called again.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isTransient);
  const errno = property(error, 'errno');
  if (isDeadlock(error) || outages.has(errno as number)) return true;
  if (lostConnections.has(property(error, 'code') as string)) return true;
  // mysql2 gives no code to a command on a connection that has just closed, nor when its queue is full.
  if (property(error, 'fatal') === true && errno === undefined) return true;
  return error instanceof Error && /closed state|^Queue limit reached/.test(error.message);
}

export interface RetryOptions {
  readonly signal?: AbortSignal | undefined;
  /** How often the work is tried in all. */
  readonly attempts?: number;
  readonly when?: (error: unknown) => boolean;
  readonly firstDelayMs?: number;
  readonly maxDelayMs?: number;
}

/** Runs `work` again while it fails in a way that `when` accepts, with exponential backoff and full jitter. */
export async function retry<T>(work: () => Promise<T>, options: RetryOptions): Promise<T> {
  const { signal, attempts = 10, when = isTransient, firstDelayMs = 50, maxDelayMs = 5000 } = options;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !when(error)) throw error;
      const ceilingMs = Math.min(maxDelayMs, firstDelayMs * 2 ** (attempt - 1));
      await delay(ceilingMs * (0.2 + 0.8 * Math.random()), undefined, signal ? { signal } : {});
    }
  }
}

/**
 * Runs `work` again after every transient error ({@link isTransient}), with exponential backoff and jitter, up to
 * `attempts` times (10: about 15 s). Rejects with the last error, or with an `AbortError` as soon as `signal` says so.
 */
export function retryTransient<T>(
  work: () => Promise<T>,
  options: Pick<RetryOptions, 'signal' | 'attempts'> = {},
): Promise<T> {
  return retry(work, options);
}
