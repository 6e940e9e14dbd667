import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists memory (
      model_key varchar(64) character set ascii collate ascii_bin not null,
      source_hash binary(32) not null,
      target_text mediumtext not null,
      last_used_at datetime not null default current_timestamp,
      primary key (model_key, source_hash),
      key memory_last_used (last_used_at)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
