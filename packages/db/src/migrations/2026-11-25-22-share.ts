import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table if not exists share (
      token_hash binary(32) not null,
      translation_id binary(16) not null,
      expires_at datetime(6) not null,
      primary key (token_hash),
      key share_translation (translation_id, expires_at),
      key share_expiry (expires_at)
    ) engine = innodb row_format = dynamic`.execute(db);
}
