import { type Kysely, sql } from 'kysely';

// MySQL knows no "add column if not exists", and a crash may come between the statement and the note that it ran.
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`
    select 1 from information_schema.columns
    where table_schema = database() and table_name = 'translation' and column_name = 'detected'`.execute(db);
  if (rows.length > 0) return;
  await sql`
    alter table translation
      add column detected tinyint(1) not null default 0,
      add column has_glossary tinyint(1) not null default 0,
      add column edit_count int unsigned not null default 0`.execute(db);
}
