import { sql } from 'kysely';
import type { Db } from './database.ts';

/**
 * Runs `work` while holding a lock of the server that no other replica holds on this database; returns `otherwise` at
 * once when one does. `work` must use the connection that it is given. A replica that dies loses the lock.
 */
export function withNamedLock<T>(
  db: Db,
  name: string,
  otherwise: T,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  // Names are the server's and at most 64 characters, which a database's name alone may have.
  const lock = sql`sha2(concat(database(), ':', ${name}), 224)`;
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ held: number }>`select get_lock(${lock}, 0) as held`.execute(connection);
    if (rows[0]?.held !== 1) return otherwise;
    try {
      return await work(connection);
    } finally {
      await sql`select release_lock(${lock})`.execute(connection);
    }
  });
}
