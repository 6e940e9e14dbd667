import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as translation from './migrations/2026-11-23-01-translation.ts';
import * as block from './migrations/2026-11-23-02-block.ts';
import * as segment from './migrations/2026-11-23-03-segment.ts';
import * as memory from './migrations/2026-11-23-04-memory.ts';
import * as translationFormat from './migrations/2026-11-25-01-translation-format.ts';
import * as translationLanguage from './migrations/2026-11-25-11-translation-language.ts';
import * as blockRange from './migrations/2026-11-25-12-block-range.ts';
import * as glossary from './migrations/2026-11-25-13-glossary.ts';
import * as edit from './migrations/2026-11-25-14-edit.ts';
import * as ownerMemory from './migrations/2026-11-25-15-owner-memory.ts';
import * as translationTitle from './migrations/2026-11-25-21-translation-title.ts';
import * as share from './migrations/2026-11-25-22-share.ts';
import * as apiKey from './migrations/2026-11-25-31-api-key.ts';
import * as memoryFlags from './migrations/2026-11-26-01-memory-flags.ts';
import * as documentFormat from './migrations/2026-11-26-41-document-format.ts';
import * as documentPart from './migrations/2026-11-26-42-document-part.ts';
import * as documentLength from './migrations/2026-11-26-43-document-length.ts';

/**
 * Every migration by its name, in order; a list and not a folder scan, so that it survives bundling. What is
 * released is frozen: a change is a new migration. Each holds one DDL statement, because MySQL commits at each.
 */
const migrations: Record<string, Migration> = {
  '2026-11-23-01-translation': translation,
  '2026-11-23-02-block': block,
  '2026-11-23-03-segment': segment,
  '2026-11-23-04-memory': memory,
  '2026-11-25-01-translation-format': translationFormat,
  '2026-11-25-11-translation-language': translationLanguage,
  '2026-11-25-12-block-range': blockRange,
  '2026-11-25-13-glossary': glossary,
  '2026-11-25-14-edit': edit,
  '2026-11-25-15-owner-memory': ownerMemory,
  '2026-11-25-21-translation-title': translationTitle,
  '2026-11-25-22-share': share,
  '2026-11-25-31-api-key': apiKey,
  '2026-11-26-01-memory-flags': memoryFlags,
  '2026-11-26-41-document-format': documentFormat,
  '2026-11-26-42-document-part': documentPart,
  '2026-11-26-43-document-length': documentLength,
};

/**
 * Brings the database to the newest schema and returns the names of the migrations that it applied. Callers that
 * start together are let in one by one (a named lock of the server); those that come later find nothing to do.
 */
export async function migrateToLatest(db: Kysely<Database>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
  return (results ?? []).map((result) => result.migrationName);
}
