import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { Button } from '../base/button.tsx';
import { ResultActions } from '../result/result-actions.tsx';
import { SentenceProgress } from '../result/sentence-progress.tsx';
import { SentenceBar } from '../sentence/sentence-bar.tsx';
import { SentenceEditProvider, useSentenceEditing } from '../sentence/sentence-edit.ts';
import { useReadable, useServices } from '../services.ts';
import { TargetLanguage } from './language-bar.tsx';
import pane from './pane.module.css';
import { ResultText } from './result-text.tsx';
import style from './target-pane.module.css';
import { useAllSegments } from './use-all-segments.ts';

export function TargetPane() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { session, sending, stale } = useReadable(workspace);
  const shown = useShown(session);
  const edit = useSentenceEditing(session);
  const [chosen, setChosen] = useState<number | null>(null);
  const outdated = shown !== session || stale;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has other sentences
  useEffect(() => setChosen(null), [session, stale]);
  const choose = (index: number | null) => {
    if (edit.index === null && !outdated) setChosen(index);
  };
  return (
    <SentenceEditProvider value={outdated ? null : edit}>
      <section className={`${pane.pane} ${style.pane}`} aria-label={t('targetPane')}>
        <header className={pane.header}>
          <TargetLanguage />
        </header>
        <div className={pane.body} aria-busy={sending}>
          {shown !== null ? (
            <ResultText
              key={shown.id}
              session={shown}
              outdated={outdated}
              chosen={chosen}
              onChoose={choose}
            />
          ) : sending ? (
            <p className={style.hint}>{t('sending')}</p>
          ) : (
            <EmptyTarget />
          )}
        </div>
        {session === null ? null : (
          <footer className={pane.footer}>
            <ResultFooter session={session} />
          </footer>
        )}
        {session === null || chosen === null ? null : (
          <ChosenSentence
            session={session}
            index={chosen}
            onShow={choose}
            onClose={() => {
              edit.cancel();
              setChosen(null);
            }}
          />
        )}
      </section>
    </SentenceEditProvider>
  );
}

interface ChosenSentenceProps {
  readonly session: TranslationSession;
  readonly index: number;
  readonly onShow: (index: number) => void;
  readonly onClose: () => void;
}

function ChosenSentence(props: ChosenSentenceProps) {
  const { translation } = useReadable(props.session);
  return translation === null ? null : <SentenceBar {...props} translation={translation} />;
}

function ResultFooter({ session }: { readonly session: TranslationSession }) {
  const { translation } = useReadable(session);
  if (translation === null) return null;
  return (
    <>
      <ResultActions session={session} translation={translation} />
      <span className={pane.spacer} />
      {isOver(translation) ? null : <SentenceProgress session={session} />}
    </>
  );
}

function EmptyTarget() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { document } = useReadable(workspace);
  return (
    <div className={style.empty}>
      <p className={style.emptyTitle}>{t('emptyTitle')}</p>
      <p>{t('emptyText')}</p>
      {document === null ? (
        <Button onClick={() => workspace.paste(t('exampleText'))}>{t('example')}</Button>
      ) : null}
    </div>
  );
}

/** While a text is typed on, its last translation stays in sight until the next one has something to show. */
function useShown(session: TranslationSession | null): TranslationSession | null {
  const [shown, setShown] = useState(session);
  const segments = useAllSegments(session);
  const isReady =
    segments?.some(({ sourceText, targetText }) => sourceText !== '' && targetText !== null) === true;
  const waited = useRef(0);
  useEffect(() => {
    if (session === null || shown === null || isReady) setShown(session);
    else {
      // Not for long: then the place of its sentences is shown instead.
      waited.current = window.setTimeout(() => setShown(session), 1500);
      return () => clearTimeout(waited.current);
    }
  }, [session, shown, isReady]);
  return session === null ? null : shown;
}
