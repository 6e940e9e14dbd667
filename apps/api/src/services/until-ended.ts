import type { TranslationRecord } from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Sighting, TranslationWatcher } from './translation-watcher.ts';

/**
 * Waits until a translation has ended.
 *
 * @throws ProblemError `translation_not_found` when it is deleted, `unavailable` when the signal aborts before.
 */
export async function untilEnded(
  { watcher }: { watcher: TranslationWatcher },
  id: string,
  signal: AbortSignal,
): Promise<TranslationRecord> {
  const unwatch = watcher.watch(id);
  let seen: Sighting = 'unknown';
  try {
    while (!signal.aborted) {
      seen = await watcher.next(id, seen, 60_000, signal);
      if (seen === 'gone') throw new ProblemError('translation_not_found');
      if (seen !== 'unknown' && /^(?:done|cancelled|failed)$/.test(seen.status)) return seen;
    }
  } finally {
    unwatch();
  }
  throw new ProblemError('unavailable', 'The translation takes too long for one request.', {
    retryAfterSeconds: 30,
  });
}
