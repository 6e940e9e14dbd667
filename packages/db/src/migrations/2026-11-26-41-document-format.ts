import { type Kysely, sql } from 'kysely';

// Added at the end of the list, which rewrites no row.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table translation
      modify column format enum('plain', 'markdown', 'html', 'srt', 'vtt', 'docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub')
        character set ascii collate ascii_bin not null default 'plain'`.execute(db);
}
