import { type Kysely, sql } from 'kysely';

// MySQL knows no "add column if not exists", and a crash may come between the statement and the note that it ran.
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`
    select 1 from information_schema.columns
    where table_schema = database() and table_name = 'translation' and column_name = 'title'`.execute(db);
  if (rows.length > 0) return;
  await sql`alter table translation add column title varchar(200) null`.execute(db);
}
