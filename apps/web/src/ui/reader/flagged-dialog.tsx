import type { Segment, Translation } from '@unlimited/contract';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FailureCode } from '../../core/api-error.ts';
import { failureCodeOf } from '../../core/api-error.ts';
import { flaggedSegments } from '../../core/find-in-translation.ts';
import { withShownGaps } from '../../core/shown-segments.ts';
import { textDirection } from '../../core/text-direction.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { Dialog } from '../base/dialog.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import style from './flagged-dialog.module.css';

interface FlaggedDialogProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
  readonly onShow: (index: number) => void;
  readonly onClose: () => void;
}

/** Only the sentences that a reader should check, each with the reason. */
export function FlaggedDialog({ session: { api }, translation, onShow, onClose }: FlaggedDialogProps) {
  const t = useTranslations('reader');
  const [segments, setSegments] = useState<readonly Segment[] | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const { id, sourceLang, targetLang, format } = translation;
  useEffect(() => {
    const abort = new AbortController();
    flaggedSegments(api.allSegments(id, abort.signal)).then(setSegments, (error: unknown) => {
      if (!abort.signal.aborted) setFailure(failureCodeOf(error));
    });
    return () => abort.abort();
  }, [api, id]);

  return (
    <Dialog title={t('nextFlagged', { count: translation.flaggedCount })} shape="drawer" onClose={onClose}>
      <div className={style.list}>
        {failure === null ? null : <FailureNotice code={failure} />}
        {segments === null && failure === null ? <TextPlaceholder lines={10} /> : null}
        <ul>
          {withShownGaps(segments ?? [], format).map(({ index, sourceText, targetText, flags }) => (
            <li key={index}>
              <button
                type="button"
                onClick={() => {
                  onClose();
                  onShow(index);
                }}
              >
                <span className={style.source} lang={sourceLang} dir={textDirection(sourceText, sourceLang)}>
                  {sourceText}
                </span>
                <span
                  className={style.target}
                  lang={targetLang}
                  dir={textDirection(targetText ?? '', targetLang)}
                >
                  {targetText}
                </span>
                {flags.map((flag) => (
                  <span key={flag} className={style.reason}>
                    {t(`flags.${flag}`)}
                  </span>
                ))}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
