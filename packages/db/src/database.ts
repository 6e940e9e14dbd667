import type { Generated, Kysely, Selectable } from 'kysely';

export type TranslationStatus = 'receiving' | 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/** Where a target text comes from: the model, an exact match in memory, the source itself, or a reader's edit. */
export type SegmentOrigin = 'model' | 'memory' | 'copy' | 'edit';

/**
 * `receiving` until the whole text is there, then `waiting` for a lease, `leased`, and `done`. `dropped`: its
 * translation was cancelled or deleted before it was done.
 */
export type BlockState = 'receiving' | 'waiting' | 'leased' | 'done' | 'dropped';

/** Documents that a text may lie in. */
export const documentFormats = ['docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub'] as const;

/** How a text is written, or in what kind of document it lies. */
export type TextFormat = 'plain' | 'markdown' | 'html' | 'srt' | 'vtt' | (typeof documentFormats)[number];

export interface TranslationTable {
  /** UUIDv7, 16 bytes. */
  id: Buffer;
  /** Hash of the owner's token, 32 bytes. */
  owner: Buffer;
  source_lang: string;
  target_lang: string;
  /** Whether the source language was found by detection. */
  detected: Generated<number>;
  /** Whether `glossary` has a row of it. */
  has_glossary: Generated<number>;
  /** Edits of its segments so far: the number of the last one. */
  edit_count: Generated<number>;
  model_key: string;
  format: Generated<TextFormat>;
  status: TranslationStatus;
  /** What `turn.ts` makes of it. */
  pace: number;
  keep: number;
  excerpt: Generated<string>;
  /** What its owner calls it. */
  title: string | null;
  /** UTF-16 code units. */
  source_length: Generated<number>;
  /** Bytes of the document that the text was taken out of; `document_part` has it. */
  document_length: Generated<number>;
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
  /** That of the translation, unless it is in another language; here for the claim's index. */
  model_key: string;
  /** Its first segment; `null` in old rows: 64 × `block_no`. */
  first_idx: number | null;
  /** How many segments it holds; `null` in old rows: up to 64. */
  segment_count: number | null;
  /** Its language where that is not the translation's. */
  source_lang: string | null;
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
  /** What is wrong with it, separated by commas, as that of a segment. */
  flags: Generated<string>;
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

export interface GlossaryTable {
  translation_id: Buffer;
  /** JSON. */
  entries: string;
}

/** A piece of the document that a text was taken out of. */
export interface DocumentPartTable {
  translation_id: Buffer;
  /** 0 for the first. */
  part_no: number;
  bytes: Buffer;
}

/** What was edited in which order, so that readers are told. */
export interface EditTable {
  translation_id: Buffer;
  /** 1 for the first edit of the translation. */
  edit_no: number;
  idx: number;
}

/** What an owner wants a text to be translated to, in whatever translation of hers. */
export interface OwnerMemoryTable {
  owner: Buffer;
  source_lang: string;
  target_lang: string;
  /** SHA-256 of the source text in UTF-8. */
  source_hash: Buffer;
  target_text: string;
  last_used_at: Generated<Date>;
}

/** A link by which others may read a translation. */
export interface ShareTable {
  /** SHA-256 of the token, which only the link itself holds. */
  token_hash: Buffer;
  translation_id: Buffer;
  expires_at: Date;
}

export interface Database {
  translation: TranslationTable;
  block: BlockTable;
  segment: SegmentTable;
  memory: MemoryTable;
  api_key: ApiKeyTable;
  glossary: GlossaryTable;
  document_part: DocumentPartTable;
  edit: EditTable;
  owner_memory: OwnerMemoryTable;
  share: ShareTable;
}

/** What every store takes first: the database or a transaction on it. */
export type Db = Kysely<Database>;

export type TranslationRow = Selectable<TranslationTable>;

/** Most segments of a block, the unit that is leased. */
export const BLOCK_SIZE = 64;
