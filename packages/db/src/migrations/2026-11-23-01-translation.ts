import { type Kysely, sql } from 'kysely';

// No foreign keys: each insert of a segment would lock its translation's row, which all replicas update.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists translation (
      id binary(16) not null,
      owner binary(32) not null,
      source_lang varchar(35) character set ascii collate ascii_bin not null,
      target_lang varchar(35) character set ascii collate ascii_bin not null,
      model_key varchar(64) character set ascii collate ascii_bin not null,
      status enum('receiving', 'queued', 'running', 'done', 'cancelled', 'failed')
        character set ascii collate ascii_bin not null,
      pace int unsigned not null,
      keep tinyint(1) not null,
      excerpt varchar(200) not null default '',
      source_length bigint unsigned not null default 0,
      segment_count int unsigned not null default 0,
      done_count int unsigned not null default 0,
      flagged_count int unsigned not null default 0,
      created_at datetime(6) not null default current_timestamp(6),
      received_at datetime(6) not null default current_timestamp(6),
      started_at datetime(6) null,
      finished_at datetime(6) null,
      deleted_at datetime(6) null,
      primary key (id),
      key translation_history (owner, id),
      key translation_open (owner, status),
      key translation_receiving (status, received_at),
      key translation_expiry (keep, finished_at),
      key translation_deleted (deleted_at)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
