import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`
    select 1 from information_schema.columns
    where table_schema = database() and table_name = 'memory' and column_name = 'flags'`.execute(db);
  if (rows.length > 0) return;
  await sql`
    alter table memory add column flags varchar(255) character set ascii collate ascii_bin not null default ''`.execute(
    db,
  );
}
