import type { Generated, Kysely, Selectable } from 'kysely';

export type TranslationStatus = 'receiving' | 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** Where a target text comes from: the model, an exact match in memory, the source itself, or a reader's edit. */
export type SegmentOrigin = 'model' | 'memory' | 'copy' | 'edit';

/**
 * `receiving` until the whole text is there, then `waiting` for a lease, `leased`, and `done`. `dropped`: its
 * translation was cancelled or deleted before it was done.
 */
export type BlockState = 'receiving' | 'waiting' | 'leased' | 'done' | 'dropped';

export interface TranslationTable {
  /** UUIDv7, 16 bytes. */
  id: Buffer;
  /** Hash of the owner's token, 32 bytes. */
  owner: Buffer;
  source_lang: string;
  target_lang: string;
  model_key: string;
  status: TranslationStatus;
  /** What `turn.ts` makes of it. */
  pace: number;
  keep: number;
  excerpt: Generated<string>;
  /** UTF-16 code units. */
  source_length: Generated<number>;
  segment_count: Generated<number>;
  done_count: Generated<number>;
  flagged_count: Generated<number>;
  created_at: Generated<Date>;
  /** When the last part of the text arrived. */
  received_at: Generated<Date>;
  started_at: Date | null;
  finished_at: Date | null;
  /** From then on nobody sees it; its rows are swept later, in small pieces. */
  deleted_at: Date | null;
}

export interface BlockTable {
  translation_id: Buffer;
  block_no: number;
  /** That of the translation, here for the claim's index. */
  model_key: string;
  state: BlockState;
  /** The place in the queue: `turn.ts`. */
  turn: number;
  /** Segments that have no target text until the block is done. */
  open_count: number;
  /** Claims so far, the present one included. */
  attempts: Generated<number>;
  lease_owner: string | null;
  leased_at: Date | null;
  lease_expires_at: Date | null;
}

export interface SegmentTable {
  translation_id: Buffer;
  idx: number;
  source_text: string;
  gap: string;
  target_text: string | null;
  origin: SegmentOrigin | null;
  /** Comma-separated. */
  flags: Generated<string>;
}

export interface MemoryTable {
  model_key: string;
  /** SHA-256 of the source text in UTF-8. */
  source_hash: Buffer;
  target_text: string;
  last_used_at: Generated<Date>;
}

export interface ApiKeyTable {
  id: string;
  name: string;
  /** SHA-256 of the key. */
  key_hash: Buffer;
  /** The owner of what is translated with it, 32 random bytes. */
  owner: Buffer;
  requests_per_minute: number | null;
  characters_per_hour: number | null;
  stored_characters: number | null;
  created_at: Generated<Date>;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

export interface Database {
  translation: TranslationTable;
  block: BlockTable;
  segment: SegmentTable;
  memory: MemoryTable;
  api_key: ApiKeyTable;
}

/** What every store takes first: the database or a transaction on it. */
export type Db = Kysely<Database>;

export type TranslationRow = Selectable<TranslationTable>;

/** Segments of a block, the unit that is leased. */
export const BLOCK_SIZE = 64;
