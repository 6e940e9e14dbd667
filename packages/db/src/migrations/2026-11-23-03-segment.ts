import { type Kysely, sql } from 'kysely';

// text holds 65,535 bytes: 16,384 UTF-16 code units are at most 49,152 in UTF-8.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists segment (
      translation_id binary(16) not null,
      idx int unsigned not null,
      source_text text not null,
      gap text not null,
      target_text mediumtext null,
      origin enum('model', 'memory', 'copy', 'edit') character set ascii collate ascii_bin null,
      flags varchar(255) character set ascii collate ascii_bin not null default '',
      primary key (translation_id, idx)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
