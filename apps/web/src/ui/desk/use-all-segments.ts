import type { Segment } from '@unlimited/contract';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { segmentsPerSection } from '../../core/segment-cache.ts';
import { createStore } from '../../core/store.ts';
import { isOver, type SessionState, type TranslationSession } from '../../core/translation-session.ts';
import { useReadable } from '../services.ts';

const noSession = createStore<SessionState>({ translation: null, waiting: null, failure: null, pace: null });
const subscribeToNothing = () => () => undefined;

/** All segments of a short translation, as far as they are translated; `null` until they are loaded. */
export function useAllSegments(session: TranslationSession | null): readonly Segment[] | null {
  const { translation } = useReadable(session ?? noSession);
  const sectionCount = Math.ceil((translation?.segmentCount ?? 0) / segmentsPerSection);
  const over = translation !== null && isOver(translation);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is over, what was unfinished is read again
  useEffect(() => {
    if (sectionCount > 0) session?.look(0, sectionCount - 1);
  }, [session, sectionCount, over]);

  const known = useRef<{ sections: (readonly Segment[] | undefined)[]; segments: readonly Segment[] } | null>(
    null,
  );
  const read = useCallback(() => {
    if (session === null || sectionCount === 0) return null;
    const sections = Array.from({ length: sectionCount }, (_, no) => session.segments.section(no));
    if (sections.includes(undefined)) return null;
    const before = known.current;
    const same =
      before?.sections.length === sectionCount && sections.every((s, no) => s === before.sections[no]);
    if (!same) known.current = { sections, segments: (sections as (readonly Segment[])[]).flat() };
    return known.current?.segments ?? null;
  }, [session, sectionCount]);
  return useSyncExternalStore(session?.segments.subscribe ?? subscribeToNothing, read, read);
}
