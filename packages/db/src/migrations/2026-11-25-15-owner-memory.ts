import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists owner_memory (
      owner binary(32) not null,
      source_lang varchar(35) character set ascii collate ascii_bin not null,
      target_lang varchar(35) character set ascii collate ascii_bin not null,
      source_hash binary(32) not null,
      target_text mediumtext not null,
      last_used_at datetime not null default current_timestamp,
      primary key (owner, source_lang, target_lang, source_hash),
      key owner_memory_last_used (last_used_at)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
