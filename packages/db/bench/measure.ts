import { type CompiledQuery, sql } from 'kysely';
import type { Db } from '../src/index.ts';

export interface Measurement {
  readonly name: string;
  readonly medianMs: number;
  readonly worstMs: number;
  /** One line for each table that a statement reads: `table: access by key, rows the optimizer expects`. */
  readonly plan: string[];
}

const planned = /^\s*\(?\s*(select|update|delete)/i;

interface PlanRow {
  readonly table: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly rows: number | null;
}

/** How each statement of a call is executed: the plan for the very values it was called with. */
async function explain(db: Db, queries: readonly CompiledQuery[]): Promise<string[]> {
  const plan = new Set<string>();
  for (const query of queries.filter((query) => planned.test(query.sql))) {
    const [verb] = query.sql.trim().split(/\s/);
    const explained = sql.raw(`explain format = traditional ${query.sql}`).compile(db);
    const { rows } = await db.executeQuery<PlanRow>({ ...explained, parameters: query.parameters });
    for (const { table, type, key, rows: expected } of rows) {
      if (table !== null) plan.add(`${verb} ${table}: ${type} by ${key}, ${expected}`);
    }
  }
  return [...plan];
}

/** Times `call` and shows the plans of the first one. `queries` is the list that `db` records its statements in. */
export async function measure(
  db: Db,
  queries: CompiledQuery[],
  name: string,
  runs: number,
  call: (run: number) => Promise<unknown>,
): Promise<Measurement> {
  queries.length = 0;
  await call(0);
  const plan = await explain(db, [...queries]);
  const times: number[] = [];
  for (let run = 1; run <= runs; run++) {
    const start = performance.now();
    await call(run);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { name, medianMs: times[Math.floor(runs / 2)] as number, worstMs: times.at(-1) as number, plan };
}
