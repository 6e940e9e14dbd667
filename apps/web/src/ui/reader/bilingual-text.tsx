import { useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Translation } from '@unlimited/contract';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { sectionOf, segmentsPerSection } from '../../core/segment-cache.ts';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { useSentenceKeys } from '../sentence/use-sentence-keys.ts';
import { useReadable, useServices } from '../services.ts';
import { useSentencePairs } from '../use-sentence-pairs.ts';
import style from './bilingual-text.module.css';
import { ReaderSection } from './reader-section.tsx';
import { estimateSectionHeight } from './section-height.ts';

export interface TextPosition {
  /** Brings a sentence into sight. */
  goTo(index: number): void;
}

interface BilingualTextProps {
  readonly ref: Ref<TextPosition>;
  readonly session: TranslationSession;
  readonly translation: Translation;
  /** What is looked for; marked wherever it stands. */
  readonly query: string;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** Both texts, section by section. Only what is in sight is drawn and kept, whatever the length. */
export function BilingualText({ ref, session, translation, query, chosen, onChoose }: BilingualTextProps) {
  const t = useTranslations('reader');
  const { preferences } = useServices();
  const { view, textSize, typeface } = useReadable(preferences);
  const root = useRef<HTMLDivElement>(null);
  const goal = useRef<{ index: number; focus: boolean } | null>(null);
  const [top, setTop] = useState(0);

  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(translation.segmentCount / segmentsPerSection),
    estimateSize: () => estimateSectionHeight(translation, root.current, view),
    overscan: 1,
    scrollMargin: top,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const over = isOver(translation);

  useLayoutEffect(() => {
    scrollTo(0, 0);
    setTop(root.current?.offsetTop ?? 0);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is over, what was unfinished is read again
  useEffect(() => session.look(Math.max(0, first - 1), last + 1), [session, first, last, over]);

  // A text that is set differently keeps the place where it is read.
  const place = useRef(0);
  place.current = virtualizer.range?.startIndex ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what changes the height of everything
  useLayoutEffect(() => {
    const index = place.current;
    virtualizer.measure();
    if (index > 0) virtualizer.scrollToIndex(index, { align: 'start' });
  }, [view, textSize, typeface]);

  const goTo = (index: number, focus = false) => {
    goal.current = { index, focus };
    if (!reach()) virtualizer.scrollToIndex(sectionOf({ index }), { align: 'start' });
  };
  const reach = (): boolean => {
    const wanted = goal.current;
    if (wanted === null) return false;
    const parts = root.current?.querySelectorAll<HTMLElement>(`[data-sentence="${wanted.index}"]`) ?? [];
    // The translation, or the original where only that is shown.
    const found = [...parts].findLast((part) => part.getClientRects().length > 0);
    if (found === undefined) return false;
    goal.current = null;
    found.scrollIntoView({ block: wanted.focus ? 'nearest' : 'center' });
    if (wanted.focus) found.focus({ preventScroll: true });
    return true;
  };
  useEffect(() => {
    // What is looked for may arrive with a later answer.
    const timer =
      goal.current === null || reach() ? undefined : setInterval(() => reach() && clearInterval(timer), 100);
    return () => clearInterval(timer);
  });
  useImperativeHandle(ref, () => ({ goTo }));
  useSentencePairs(root);
  useSentenceKeys(root, {
    count: translation.segmentCount,
    chosen,
    isLayout: (index) => session.segments.at(index)?.sourceText === '',
    onChoose,
    goTo,
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move through its sentences
    <section ref={root} className={style.text} data-view={view} tabIndex={0} aria-label={t('text')}>
      <div className={style.extent} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={style.section}
            style={{ transform: `translateY(${start - top}px)` }}
          >
            <ReaderSection
              session={session}
              sectionNo={index}
              translation={translation}
              query={query}
              chosen={chosen}
            />
          </div>
        ))}
      </div>
    </section>
  );
}
