import type { Transaction } from 'kysely';
import type { Database, Db } from './database.ts';
import { isDeadlock, retry } from './transient.ts';

/**
 * Runs `work` in a transaction of its own, again after a deadlock; inside a caller's transaction it is part of that
 * one, and a deadlock is the caller's to repeat.
 */
export function inTransaction<T>(db: Db, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db as Transaction<Database>);
  return retryDeadlock(db, () => db.transaction().execute(work));
}

/** Runs a statement again after a deadlock, unless it is part of a caller's transaction. */
export function retryDeadlock<T>(db: Db, work: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return work();
  return retry(work, { when: isDeadlock, attempts: 12, firstDelayMs: 5, maxDelayMs: 500 });
}
