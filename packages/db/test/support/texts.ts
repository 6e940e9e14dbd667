import { randomBytes } from 'node:crypto';
import {
  appendBlocks,
  beginTranslation,
  type ClaimedBlock,
  completeBlock,
  type Db,
  finishReceiving,
  type NewSegment,
  type NewTranslation,
  type SegmentResult,
} from '../../src/index.ts';

export const modelKey = 'a'.repeat(64);

export function newOwner(): Buffer {
  return randomBytes(32);
}

export function newText(overrides: Partial<NewTranslation> = {}): NewTranslation {
  return { owner: newOwner(), sourceLang: 'de', targetLang: 'en', modelKey, keep: true, ...overrides };
}

export function openSegment(sourceText: string, gap = ' '): NewSegment {
  return { sourceText, gap, targetText: null, origin: null, flags: [] };
}

export function copySegment(sourceText: string, gap = '\n'): NewSegment {
  return { sourceText, gap, targetText: sourceText, origin: 'copy', flags: [] };
}

export function sentences(count: number, name = 'Satz'): NewSegment[] {
  return Array.from({ length: count }, (_, index) => openSegment(`${name} ${index}.`));
}

/** Stores a text of these segments, ready to be claimed; returns its id. */
export async function storeText(
  db: Db,
  segments: readonly NewSegment[],
  overrides: Partial<NewTranslation> = {},
): Promise<string> {
  const id = await beginTranslation(db, newText(overrides));
  await appendBlocks(db, id, { firstIndex: 0, segments });
  await finishReceiving(db, id);
  return id;
}

/** What the engine of these tests makes of a text. */
export function translate(sourceText: string): string {
  return `<${sourceText}>`;
}

export function resultsOf(block: ClaimedBlock): SegmentResult[] {
  return block.segments.map(({ index, sourceText }) => ({
    index,
    targetText: translate(sourceText),
    origin: 'model',
    flags: [],
  }));
}

export function complete(db: Db, leaseOwner: string, block: ClaimedBlock): Promise<boolean> {
  const { translationId, blockNo } = block;
  return completeBlock(db, { leaseOwner, translationId, blockNo, results: resultsOf(block) });
}
