import { type RawBuilder, sql } from 'kysely';

// Times are those of the database, in UTC, and never compared with a replica's clock.

export const now: RawBuilder<Date> = sql<Date>`now(6)`;

export function nowMinus(ms: number): RawBuilder<Date> {
  return sql<Date>`(now(6) - interval ${Math.round(ms * 1000)} microsecond)`;
}

export function nowPlus(ms: number): RawBuilder<Date> {
  return sql<Date>`(now(6) + interval ${Math.round(ms * 1000)} microsecond)`;
}
