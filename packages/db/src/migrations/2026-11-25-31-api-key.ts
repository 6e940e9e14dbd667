import { type Kysely, sql } from 'kysely';

// Limits that are null do not bind. `owner` stands in `translation.owner`, like the hash of a visitor's token.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists api_key (
      id varchar(16) character set ascii collate ascii_bin not null,
      name varchar(100) not null,
      key_hash binary(32) not null,
      owner binary(32) not null,
      requests_per_minute int unsigned null,
      characters_per_hour bigint unsigned null,
      stored_characters bigint unsigned null,
      created_at datetime(6) not null default current_timestamp(6),
      last_used_at datetime(6) null,
      revoked_at datetime(6) null,
      primary key (id),
      unique key api_key_hash (key_hash)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
