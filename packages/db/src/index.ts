export { adoptTranslations, findOrphans, type Orphans } from './adopt-translations.ts';
export {
  type ApiKeyLimits,
  type ApiKeyRecord,
  createApiKey,
  findApiKey,
  listApiKeys,
  revokeApiKey,
} from './api-keys.ts';
export type { BlockKey } from './block-key.ts';
export { type ClaimedBlock, type ClaimOptions, claimBlocks } from './claim-blocks.ts';
export { type BlockLease, completeBlock, failBlock, type SegmentResult } from './complete-block.ts';
export { createDatabase, type DatabaseOptions } from './create-database.ts';
export {
  BLOCK_SIZE,
  type Database,
  type Db,
  type SegmentOrigin,
  type TextFormat,
  type TranslationStatus,
} from './database.ts';
export { readDocument, storeDocument } from './document.ts';
export { type EditedSegment, editSegment } from './edit-segment.ts';
export { findTranslations } from './find-translations.ts';
export { readGlossary } from './glossary.ts';
export { releaseBlocks, renewLeases } from './leases.ts';
export { type ListOptions, listTranslations } from './list-translations.ts';
export { lookupMemory, type MemoryKey, type Remembered, storeMemory, trimMemory } from './memory.ts';
export { migrateToLatest } from './migrate.ts';
export {
  forgetOwnerMemory,
  lookupOwnerMemory,
  type OwnerMemory,
  rememberForOwner,
  removeExpiredOwnerMemory,
} from './owner-memory.ts';
export { pingDatabase } from './ping-database.ts';
export { type QueueDepth, queueDepth } from './queue-depth.ts';
export { readEdited } from './read-edited.ts';
export {
  abandonReceiving,
  appendBlocks,
  type BlockModel,
  beginTranslation,
  finishReceiving,
  type NewSegment,
  type NewTranslation,
  removeStaleReceiving,
} from './receiving.ts';
export { removeExpired, sweepDeleted } from './retention.ts';
export { readSegmentSource, type SegmentSource } from './segment-source.ts';
export { readFinishedRun, readSegments, type Segment, type SegmentRange } from './segments.ts';
export {
  createShare,
  deleteShares,
  findSharedTranslation,
  listShares,
  MAX_SHARES,
  type NewShare,
  removeExpiredShares,
} from './shares.ts';
export { StoreError, type StoreErrorCode } from './store-error.ts';
export { storedLength } from './stored-length.ts';
export { isTransient, retryTransient } from './transient.ts';
export type { TranslationRecord } from './translation-record.ts';
export {
  cancelTranslation,
  deleteTranslation,
  deleteTranslations,
  findTranslation,
  type OwnedId,
  renameTranslation,
  resumeTranslation,
} from './translations.ts';
