import type { Segment, Translation } from '@unlimited/contract';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isFromTheRight, ownDirection, textDirection } from '../../core/text-direction.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import { TargetSentence } from '../sentence/target-sentence.tsx';
import { useSentenceKeys } from '../sentence/use-sentence-keys.ts';
import { useReadable } from '../services.ts';
import pane from './pane.module.css';
import style from './result-text.module.css';
import { lengthClass } from './text-length.ts';
import { useAllSegments } from './use-all-segments.ts';

interface ResultTextProps {
  readonly session: TranslationSession;
  readonly outdated: boolean;
  readonly chosen: number | null;
  readonly onChoose: (index: number | null) => void;
}

/** The translation of a short text, with the layout of the source. */
export function ResultText(props: ResultTextProps) {
  const t = useTranslations('reader');
  const { translation } = useReadable(props.session);
  const segments = useAllSegments(props.session);
  if (translation === null || segments === null) {
    return (
      <div role="img" aria-label={t('opening')}>
        <TextPlaceholder lines={3} />
      </div>
    );
  }
  return <LoadedText {...props} translation={translation} segments={segments} />;
}

interface LoadedTextProps extends ResultTextProps {
  readonly translation: Translation;
  readonly segments: readonly Segment[];
}

function LoadedText({ translation, segments, outdated, chosen, onChoose }: LoadedTextProps) {
  const t = useTranslations('desk');
  const root = useRef<HTMLDivElement>(null);
  const { targetLang } = translation;
  const dir = textDirection(segments.map(({ targetText }) => targetText ?? '').join(' '), targetLang);
  useSentenceKeys(root, {
    count: segments.length,
    chosen,
    isLayout: (index) => segments[index]?.sourceText === '',
    onChoose,
    goTo: (index) => root.current?.querySelector<HTMLElement>(`[data-sentence="${index}"]`)?.focus(),
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={root}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move through its sentences
      tabIndex={0}
      aria-label={t('resultText')}
      className={`${pane.reading} ${outdated ? style.outdated : ''}`}
      data-lines={isFromTheRight(targetLang) ? undefined : ''}
      data-length={lengthClass(translation.sourceLength)}
      lang={targetLang}
      dir={dir}
    >
      {segments.map((segment) => (
        <span key={segment.index}>
          <TargetSentence
            segment={segment}
            dir={ownDirection(segment.targetText ?? '', targetLang, dir)}
            focusable={!outdated}
            chosen={segment.index === chosen}
          />
          {segment.gap}
        </span>
      ))}
    </div>
  );
}
