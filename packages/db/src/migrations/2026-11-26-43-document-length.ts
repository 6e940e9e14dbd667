import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table translation add column document_length int unsigned not null default 0`.execute(db);
}
