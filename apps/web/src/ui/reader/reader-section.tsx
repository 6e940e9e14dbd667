import type { Segment, Translation } from '@unlimited/contract';
import { memo, useMemo, useSyncExternalStore } from 'react';
import { layOutSection, type Paragraph } from '../../core/section-layout.ts';
import { withShownGaps } from '../../core/shown-segments.ts';
import { ownDirection, textDirection } from '../../core/text-direction.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import { MarkedText } from '../sentence/marked-text.tsx';
import sentence from '../sentence/sentence.module.css';
import { TargetSentence } from '../sentence/target-sentence.tsx';
import style from './reader-section.module.css';

interface ReaderSectionProps {
  readonly session: TranslationSession;
  readonly sectionNo: number;
  readonly translation: Translation;
  readonly query: string;
  readonly chosen: number | null;
}

/** The paragraphs of one section, source and translation beside each other. */
export function ReaderSection({ session, sectionNo, translation, query, chosen }: ReaderSectionProps) {
  const { format } = translation;
  const before = useSection(session, sectionNo - 1);
  const own = useSection(session, sectionNo);
  const after = useSection(session, sectionNo + 1);
  const paragraphs = useMemo(
    () =>
      layOutSection(sectionNo, (no) => {
        const section = [before, own, after][no - sectionNo + 1];
        return section && withShownGaps(section, format);
      }),
    [sectionNo, before, own, after, format],
  );
  if (own === undefined) return <SectionPlaceholder />;
  return paragraphs.map((paragraph) => (
    <ParagraphPair
      key={paragraph.first}
      paragraph={paragraph}
      sourceLang={translation.sourceLang}
      targetLang={translation.targetLang}
      query={query}
      chosen={paragraph.segments.some(({ index }) => index === chosen) ? chosen : null}
    />
  ));
}

function useSection({ segments }: TranslationSession, no: number): readonly Segment[] | undefined {
  return useSyncExternalStore(segments.subscribe, () => segments.section(no));
}

interface ParagraphPairProps {
  readonly paragraph: Paragraph;
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly query: string;
  readonly chosen: number | null;
}

const ParagraphPair = memo(({ paragraph, sourceLang, targetLang, query, chosen }: ParagraphPairProps) => {
  const { indent, blankLines, segments } = paragraph;
  const isChosen = (index: number) => (index === chosen ? '' : undefined);
  const sourceDir = textDirection(segments.map(({ sourceText }) => sourceText).join(' '), sourceLang);
  const targetDir = textDirection(segments.map(({ targetText }) => targetText ?? '').join(' '), targetLang);
  return (
    <div className={style.pair} data-blank-lines={Math.min(3, blankLines)}>
      <p className={style.source} lang={sourceLang} dir={sourceDir}>
        {indent}
        {segments.map(({ index, sourceText, gap }, at) => (
          <span key={index}>
            <span
              data-sentence={index}
              dir={ownDirection(sourceText, sourceLang, sourceDir)}
              tabIndex={-1}
              data-chosen={isChosen(index)}
              className={sentence.source}
            >
              <MarkedText text={sourceText} query={query} />
            </span>
            {at < segments.length - 1 ? gap : ''}
          </span>
        ))}
      </p>
      <p className={style.target} lang={targetLang} dir={targetDir}>
        {indent}
        {segments.map((segment, at) => (
          <span key={segment.index}>
            <TargetSentence
              segment={segment}
              dir={ownDirection(segment.targetText ?? '', targetLang, targetDir)}
              focusable
              query={query}
              chosen={segment.index === chosen}
            />
            {at < segments.length - 1 ? segment.gap : ''}
          </span>
        ))}
      </p>
    </div>
  );
});

function SectionPlaceholder() {
  return (
    <div className={style.placeholder}>
      <TextPlaceholder lines={16} />
      <TextPlaceholder lines={16} />
    </div>
  );
}
