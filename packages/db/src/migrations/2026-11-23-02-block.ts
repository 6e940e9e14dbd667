import { type Kysely, sql } from 'kysely';

// block_claim ends with the primary key, as every secondary index does: within a turn, the oldest translation first.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists block (
      translation_id binary(16) not null,
      block_no int unsigned not null,
      model_key varchar(64) character set ascii collate ascii_bin not null,
      state enum('receiving', 'waiting', 'leased', 'done', 'dropped')
        character set ascii collate ascii_bin not null,
      turn bigint unsigned not null,
      open_count smallint unsigned not null,
      attempts int unsigned not null default 0,
      lease_owner varchar(64) character set ascii collate ascii_bin null,
      leased_at datetime(6) null,
      lease_expires_at datetime(6) null,
      primary key (translation_id, block_no),
      key block_claim (state, model_key, turn)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
