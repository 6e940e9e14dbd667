import type { Selectable } from 'kysely';
import type { Db, SegmentOrigin, SegmentTable } from './database.ts';
import { toBytes } from './translation-id.ts';

/** One sentence; the text is the concatenation of `sourceText + gap`, the translation that of `targetText + gap`. */
export interface Segment {
  /** 0-based position in the text. */
  readonly index: number;
  readonly sourceText: string;
  readonly gap: string;
  /** `null` until it is translated. */
  readonly targetText: string | null;
  readonly origin: SegmentOrigin | null;
  readonly flags: string[];
}

export interface SegmentRange {
  readonly id: string;
  readonly from: number;
  readonly limit: number;
}

/** Each flag once, in the order they were set in. */
export function parseFlags(flags: string): string[] {
  return flags === '' ? [] : [...new Set(flags.split(','))];
}

/** The columns of a {@link Segment}. */
export const selectedColumns = ['idx', 'source_text', 'gap', 'target_text', 'origin', 'flags'] as const;

function selectSegments(db: Db, id: Buffer, from: number, limit: number) {
  return db
    .selectFrom('segment')
    .select(selectedColumns)
    .where('translation_id', '=', id)
    .where('idx', '>=', from)
    .orderBy('idx')
    .limit(limit);
}

type SegmentRow = Pick<Selectable<SegmentTable>, (typeof selectedColumns)[number]>;

export function toSegment(row: SegmentRow): Segment {
  return {
    index: row.idx,
    sourceText: row.source_text,
    gap: row.gap,
    targetText: row.target_text,
    origin: row.origin,
    flags: parseFlags(row.flags),
  };
}

/** Up to `limit` segments from the index `from` on, in order, finished or not. Whose they are, the caller knows. */
export async function readSegments(db: Db, { id, from, limit }: SegmentRange): Promise<Segment[]> {
  return (await selectSegments(db, toBytes(id), from, limit).execute()).map(toSegment);
}

/**
 * The finished segments that follow each other without a hole from exactly `from` on, up to `limit`; none while that
 * one is not finished. Asking again and again costs one row when nothing is new.
 */
export async function readFinishedRun(db: Db, { id, from, limit }: SegmentRange): Promise<Segment[]> {
  const key = toBytes(id);
  // A statement of its own: MariaDB does not take the result of a subquery as the end of a range.
  const firstOpen = await db
    .selectFrom('segment')
    .select('idx')
    .where('translation_id', '=', key)
    .where('idx', '>=', from)
    .where('idx', '<', from + limit)
    .where('target_text', 'is', null)
    .orderBy('idx')
    .limit(1)
    .executeTakeFirst();
  if (firstOpen?.idx === from) return [];
  const rows = await selectSegments(db, key, from, (firstOpen?.idx ?? from + limit) - from).execute();
  // A translation that is being swept loses its first segments first.
  const end = rows.findIndex((row, position) => row.idx !== from + position || row.target_text === null);
  return rows.slice(0, end === -1 ? rows.length : end).map(toSegment);
}
