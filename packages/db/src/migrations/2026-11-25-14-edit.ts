import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists edit (
      translation_id binary(16) not null,
      edit_no int unsigned not null,
      idx int unsigned not null,
      primary key (translation_id, edit_no)
    ) engine = innodb row_format = dynamic`.execute(db);
}
