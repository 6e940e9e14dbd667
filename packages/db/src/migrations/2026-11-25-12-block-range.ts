import { type Kysely, sql } from 'kysely';

// Null in blocks that were written before: then a block holds the 64 segments from 64 × block_no on, in the language of
// its translation. MySQL knows no "add column if not exists", and a crash may come before the note that it ran.
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql`
    select 1 from information_schema.columns
    where table_schema = database() and table_name = 'block' and column_name = 'first_idx'`.execute(db);
  if (rows.length > 0) return;
  await sql`
    alter table block
      add column first_idx int unsigned null,
      add column segment_count smallint unsigned null,
      add column source_lang varchar(35) character set ascii collate ascii_bin null`.execute(db);
}
