import { type Kysely, sql } from 'kysely';

// Apart from translation, whose row is written with every block: the binary log would hold the glossary each time.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists glossary (
      translation_id binary(16) not null,
      entries mediumtext not null,
      primary key (translation_id)
    ) engine = innodb row_format = dynamic character set utf8mb4 collate utf8mb4_bin`.execute(db);
}
