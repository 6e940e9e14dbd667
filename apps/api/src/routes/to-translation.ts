import type { Translation } from '@unlimited/contract';
import type { TranslationRecord } from '@unlimited/db';

/** A stored translation as the contract shows it: without the model's key, times as text. */
export function toTranslation({ modelKey: _, ...record }: TranslationRecord): Translation {
  return {
    ...record,
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
  };
}
