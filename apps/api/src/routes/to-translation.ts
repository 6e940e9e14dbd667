import type { Translation } from '@unlimited/contract';
import type { TranslationRecord } from '@unlimited/db';

/** A stored translation as the contract shows it: without what is the service's own affair, times as text. */
export function toTranslation({
  modelKey: _,
  editCount: _edits,
  hasGlossary: _glossary,
  ...record
}: TranslationRecord): Translation {
  return {
    ...record,
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}
