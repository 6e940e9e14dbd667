import { type Kysely, sql } from 'kysely';

// In parts, for no statement may be longer than the server takes in one packet.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists document_part (
      translation_id binary(16) not null,
      part_no int unsigned not null,
      bytes mediumblob not null,
      primary key (translation_id, part_no)
    ) engine = innodb row_format = dynamic`.execute(db);
}
