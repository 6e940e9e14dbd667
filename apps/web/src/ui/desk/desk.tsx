import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { useReadable, useServices } from '../services.ts';
import { useSentencePairs } from '../use-sentence-pairs.ts';
import style from './desk.module.css';
import { DeskOptions } from './desk-options.tsx';
import { RecentTranslations } from './recent-translations.tsx';
import { SourcePane } from './source-pane.tsx';
import { TargetPane } from './target-pane.tsx';
import { useFileDrop } from './use-file-drop.ts';

/** Where a text is written, and short ones are read: source and translation side by side. */
export function Desk({ onHistory }: { readonly onHistory: () => void }) {
  const t = useTranslations();
  const { workspace } = useServices();
  const { failure, session, text, document: textDocument } = useReadable(workspace);
  const sheet = useRef<HTMLDivElement>(null);
  const dragging = useFileDrop(workspace.takeFile);
  useSentencePairs(sheet);
  useTranslateKey(workspace.translate);
  const isEmpty = session === null && text === '' && textDocument === null;

  return (
    <div className={style.desk}>
      <h2 className="visually-hidden">{t('desk.title')}</h2>
      {failure === null ? null : (
        <FailureNotice code={failure} onDismiss={workspace.dismissFailure}>
          {failure === 'text_empty' || failure.startsWith('file_') ? null : (
            <Button onClick={workspace.translate}>{t('failure.retry')}</Button>
          )}
        </FailureNotice>
      )}
      <div ref={sheet} className={`${style.sheet} ${dragging ? style.dragging : ''}`}>
        <SourcePane />
        <TargetPane />
        {dragging ? (
          <p className={style.drop} aria-hidden="true">
            {t('desk.drop')}
          </p>
        ) : null}
      </div>
      <DeskOptions />
      {isEmpty ? <RecentTranslations onHistory={onHistory} /> : null}
    </div>
  );
}

/** Ctrl or Command with Enter translates from anywhere on the desk. */
function useTranslateKey(translate: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      translate();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [translate]);
}
