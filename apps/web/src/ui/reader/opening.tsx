import { useTranslations } from 'use-intl';
import { createStore } from '../../core/store.ts';
import type { SessionState } from '../../core/translation-session.ts';
import { Button } from '../base/button.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './opening.module.css';

const noSession = createStore<SessionState>({ translation: null, waiting: null, failure: null, pace: null });

/** The page of a translation that is being fetched: its shape, or why it cannot be had. */
export function Opening() {
  const t = useTranslations();
  const { workspace } = useServices();
  const { session } = useReadable(workspace);
  const { failure } = useReadable(session ?? noSession);
  if (failure !== null) {
    return (
      <div className={style.opening}>
        <FailureNotice
          code={session?.isShared && failure === 'translation_not_found' ? 'share_ended' : failure}
        >
          <Button onClick={workspace.startNew}>{t('failure.startNew')}</Button>
        </FailureNotice>
      </div>
    );
  }
  return (
    <div className={style.opening}>
      <p className="visually-hidden" role="status">
        {t('reader.opening')}
      </p>
      <div className={style.columns}>
        <TextPlaceholder lines={10} />
        <TextPlaceholder lines={10} />
      </div>
    </div>
  );
}
