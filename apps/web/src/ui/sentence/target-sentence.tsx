import type { Segment } from '@unlimited/contract';
import { useRef } from 'react';
import { MarkedText } from './marked-text.tsx';
import style from './sentence.module.css';
import { useSentenceEdit } from './sentence-edit.ts';
import { SentenceEditor } from './sentence-editor.tsx';

interface TargetSentenceProps {
  readonly segment: Segment;
  /** Where it is another than that of the text around it. */
  readonly dir?: 'rtl' | 'ltr' | undefined;
  readonly focusable?: boolean;
  readonly chosen?: boolean;
  readonly query?: string;
}

/** A sentence of the translation. Until it is there, the place that it will take is shown. */
export function TargetSentence({
  segment,
  dir,
  focusable = false,
  chosen = false,
  query = '',
}: TargetSentenceProps) {
  const { index, sourceText, targetText, flags } = segment;
  const edit = useSentenceEdit();
  const wasPending = useRef(targetText === null);
  if (sourceText === '') return null;
  const common = {
    'data-sentence': index,
    dir,
    'data-chosen': chosen ? '' : undefined,
    tabIndex: focusable ? -1 : undefined,
  };
  if (edit?.index === index && targetText !== null) return <SentenceEditor index={index} edit={edit} />;
  if (targetText === null) {
    return (
      <span {...common} className={style.pending}>
        <span aria-hidden="true">{sourceText}</span>
      </span>
    );
  }
  const arrived = wasPending.current ? style.arrived : '';
  return (
    <span {...common} className={`${style.target} ${arrived} ${flags.length > 0 ? style.flagged : ''}`}>
      <MarkedText text={targetText} query={query} />
    </span>
  );
}
