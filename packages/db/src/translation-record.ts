import type { Db, TextFormat, TranslationRow, TranslationStatus } from './database.ts';
import { fromBytes } from './translation-id.ts';

/** The state of a translation; its text is read by segments. */
export interface TranslationRecord {
  /** UUIDv7. */
  readonly id: string;
  readonly sourceLang: string;
  readonly targetLang: string;
  /** Whether the source language was found by detection. */
  readonly detected: boolean;
  readonly hasGlossary: boolean;
  /** Edits of its segments so far. */
  readonly editCount: number;
  readonly modelKey: string;
  readonly format: TextFormat;
  readonly status: TranslationStatus;
  /** The beginning of the source text on one line, at most 200 UTF-16 code units. */
  readonly excerpt: string;
  /** What its owner calls it. */
  readonly title: string | null;
  /** UTF-16 code units received so far. */
  readonly sourceLength: number;
  readonly segmentCount: number;
  /** Segments that have a target text. */
  readonly doneCount: number;
  /** Segments with at least one flag. */
  readonly flaggedCount: number;
  /** Whether it stays in the history. */
  readonly keep: boolean;
  readonly createdAt: Date;
  /** When its first block was claimed. */
  readonly startedAt: Date | null;
  /** When it was done, cancelled or failed. */
  readonly finishedAt: Date | null;
}

/** The columns of a record. */
export const recordColumns = [
  'id',
  'source_lang',
  'target_lang',
  'detected',
  'has_glossary',
  'edit_count',
  'model_key',
  'format',
  'status',
  'excerpt',
  'title',
  'source_length',
  'segment_count',
  'done_count',
  'flagged_count',
  'keep',
  'created_at',
  'started_at',
  'finished_at',
] as const satisfies (keyof TranslationRow)[];

export type RecordRow = Pick<TranslationRow, (typeof recordColumns)[number]>;

export function toRecord(row: RecordRow): TranslationRecord {
  return {
    id: fromBytes(row.id),
    sourceLang: row.source_lang,
    targetLang: row.target_lang,
    detected: row.detected !== 0,
    hasGlossary: row.has_glossary !== 0,
    editCount: row.edit_count,
    modelKey: row.model_key,
    format: row.format,
    status: row.status,
    excerpt: row.excerpt.trimEnd(),
    title: row.title,
    sourceLength: row.source_length,
    segmentCount: row.segment_count,
    doneCount: row.done_count,
    flaggedCount: row.flagged_count,
    keep: row.keep !== 0,
    createdAt: row.created_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  };
}

/** The states that still take text or work. Whatever is deleted has none of them. */
export const openStatuses = ['receiving', 'queued', 'running'] as const satisfies TranslationStatus[];

/** Reads a record by its id alone: for those that have shown that they own it. */
export async function readRecord(db: Db, id: Buffer): Promise<TranslationRecord | undefined> {
  const row = await db
    .selectFrom('translation')
    .select(recordColumns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && toRecord(row);
}
