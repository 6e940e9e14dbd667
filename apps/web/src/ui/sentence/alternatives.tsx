import type { TranslationFormat } from '@unlimited/contract';
import { Shuffle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type FailureCode, failureCodeOf } from '../../core/api-error.ts';
import { readableText } from '../../core/shown-segments.ts';
import { textDirection } from '../../core/text-direction.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { FailureNotice } from '../base/failure-notice.tsx';
import { Popover } from '../base/popover.tsx';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import style from './alternatives.module.css';

interface AlternativesProps {
  readonly session: TranslationSession;
  readonly index: number;
  readonly lang: string;
  readonly format: TranslationFormat;
  readonly onChoose: (targetText: string) => void;
}

const shownCount = 5;

/** Other translations of a sentence to choose from. */
export function Alternatives({ onChoose, ...sentence }: AlternativesProps) {
  const t = useTranslations('reader');
  return (
    <Popover label={t('alternatives')} icon={<Shuffle />} shortcut="a">
      {(close) => (
        <AlternativeList
          {...sentence}
          onChoose={(text) => {
            close();
            onChoose(text);
          }}
        />
      )}
    </Popover>
  );
}

function AlternativeList({ session, index, lang, format, onChoose }: AlternativesProps) {
  const t = useTranslations('reader');
  const [texts, setTexts] = useState<readonly string[] | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    session.api.alternatives(session.id, index, shownCount, abort.signal).then(setTexts, (error: unknown) => {
      if (!abort.signal.aborted) setFailure(failureCodeOf(error));
    });
    return () => abort.abort();
  }, [session, index]);
  if (failure !== null) return <FailureNotice code={failure} />;
  if (texts === null) {
    return (
      <div className={style.waiting} role="status" aria-label={t('alternativesSearching')}>
        <TextPlaceholder lines={4} />
      </div>
    );
  }
  const choices = byReading(texts, format);
  // Not what stands there already, with its marks elsewhere.
  choices.delete(readableText(session.segments.at(index)?.targetText ?? '', format));
  if (choices.size === 0) return <p className={style.none}>{t('alternativesNone')}</p>;
  return (
    <ul className={style.list} aria-label={t('alternatives')}>
      {Array.from(choices, ([read, text]) => (
        <li key={read}>
          <button type="button" lang={lang} dir={textDirection(read, lang)} onClick={() => onChoose(text)}>
            {read}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The likeliest of those that read the same, by what is read. */
function byReading(texts: readonly string[], format: TranslationFormat): Map<string, string> {
  const byRead = new Map<string, string>();
  for (const text of texts) {
    const read = readableText(text, format);
    if (!byRead.has(read)) byRead.set(read, text);
  }
  return byRead;
}
