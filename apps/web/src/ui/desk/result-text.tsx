import { useTranslations } from 'use-intl';
import type { TranslationSession } from '../../core/translation-session.ts';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import { TargetSentence } from '../result/target-sentence.tsx';
import { useReadable } from '../services.ts';
import pane from './pane.module.css';
import style from './result-text.module.css';
import { lengthClass } from './text-length.ts';
import { useAllSegments } from './use-all-segments.ts';

/** The translation of a short text, with the layout of the source. */
export function ResultText({
  session,
  outdated,
}: {
  readonly session: TranslationSession;
  readonly outdated: boolean;
}) {
  const t = useTranslations('reader');
  const { translation } = useReadable(session);
  const segments = useAllSegments(session);
  if (translation === null || segments === null) {
    return (
      <div role="img" aria-label={t('opening')}>
        <TextPlaceholder lines={3} />
      </div>
    );
  }
  return (
    <div
      className={`${pane.reading} ${outdated ? style.outdated : ''}`}
      data-length={lengthClass(translation.sourceLength)}
      lang={translation.targetLang}
      dir="auto"
    >
      {segments.map((segment) => (
        <span key={segment.index}>
          <TargetSentence segment={segment} />
          {segment.gap}
        </span>
      ))}
    </div>
  );
}
