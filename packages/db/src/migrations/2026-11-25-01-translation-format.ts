import { type Kysely, sql } from 'kysely';

// Texts that were received before were plain ones.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table translation
      add column format enum('plain', 'markdown', 'html', 'srt', 'vtt')
        character set ascii collate ascii_bin not null default 'plain'`.execute(db);
}
