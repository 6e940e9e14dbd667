import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Find } from '../../core/find-in-translation.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { Button } from '../base/button.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { NextFlagged } from '../sentence/next-flagged.tsx';
import { SentenceBar } from '../sentence/sentence-bar.tsx';
import { SentenceEditProvider, useSentenceEditing } from '../sentence/sentence-edit.ts';
import { useReadable, useServices } from '../services.ts';
import { BilingualText, type TextPosition } from './bilingual-text.tsx';
import { FindBar } from './find-bar.tsx';
import { FlaggedDialog } from './flagged-dialog.tsx';
import style from './reader.module.css';
import { ReaderBar } from './reader-bar.tsx';
import { useFindKey } from './use-find-key.ts';
import { useProgressNews } from './use-progress-news.ts';

/** A long translation beside its source. */
export function Reader({ session }: { readonly session: TranslationSession }) {
  const t = useTranslations();
  const { workspace } = useServices();
  const { failure: orderFailure } = useReadable(workspace);
  const { translation, failure } = useReadable(session);
  const text = useRef<TextPosition>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [finding, setFinding] = useState(false);
  const [query, setQuery] = useState('');
  const [checking, setChecking] = useState(false);
  const edit = useSentenceEditing(session);
  useFindKey(() => setFinding(true));
  useProgressNews(session);
  if (translation === null) return null;

  // What is being written stays until it is saved or given up.
  const choose = (index: number | null) => edit.index === null && setChosen(index);
  const show = (index: number) => {
    choose(index);
    text.current?.goTo(index);
  };
  const closeFind = () => {
    setFinding(false);
    setQuery('');
  };
  const problem = orderFailure ?? (failure === 'translation_failed' ? null : failure);

  return (
    <SentenceEditProvider value={session.isShared ? null : edit}>
      <div className={style.reader}>
        <h2 className="visually-hidden">{t('reader.title')}</h2>
        <ReaderBar
          session={session}
          translation={translation}
          finding={finding}
          onFind={() => (finding ? closeFind() : setFinding(true))}
          onFlagged={() => setChecking(true)}
          nextFlagged={
            chosen === null && translation.flaggedCount > 0 ? (
              <NextFlagged session={session} after={-1} onShow={show} />
            ) : null
          }
        >
          {finding ? (
            <FindBar
              format={translation.format}
              session={session}
              onQuery={setQuery}
              onShow={(find: Find) => show(find.index)}
              onClose={closeFind}
            />
          ) : null}
        </ReaderBar>
        {problem === null ? null : (
          <div className={style.problem}>
            <FailureNotice
              code={problem}
              onDismiss={orderFailure === null ? undefined : workspace.dismissFailure}
            >
              {failure === null ? null : (
                <Button onClick={workspace.startNew}>{t('failure.startNew')}</Button>
              )}
            </FailureNotice>
          </div>
        )}
        <BilingualText
          ref={text}
          session={session}
          translation={translation}
          query={query}
          chosen={chosen}
          onChoose={choose}
        />
        {chosen === null ? null : (
          <SentenceBar
            session={session}
            translation={translation}
            index={chosen}
            onShow={show}
            onClose={() => {
              edit.cancel();
              setChosen(null);
            }}
          />
        )}
        {checking ? (
          <FlaggedDialog
            session={session}
            translation={translation}
            onShow={show}
            onClose={() => setChecking(false)}
          />
        ) : null}
      </div>
    </SentenceEditProvider>
  );
}
