import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from './database.ts';

/** Resolves when the database answers; rejects with its error, or after `timeoutMs` (2,000). */
export async function pingDatabase(db: Db, { timeoutMs = 2000 } = {}): Promise<void> {
  const settled = new AbortController();
  const timeout = delay(timeoutMs, undefined, { signal: settled.signal, ref: false }).then(() => {
    throw Object.assign(new Error('The database does not answer'), { code: 'ETIMEDOUT' });
  });
  timeout.catch(() => {}); // aborted once the ping is through
  const ping = sql`select 1`.execute(db);
  ping.catch(() => {}); // may fail long after the time-out
  try {
    await Promise.race([ping, timeout]);
  } finally {
    settled.abort();
  }
}
