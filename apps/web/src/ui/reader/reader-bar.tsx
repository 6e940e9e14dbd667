import type { Translation } from '@unlimited/contract';
import { Flag, PenLine, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { TranslationSession } from '../../core/translation-session.ts';
import { Button, IconButton } from '../base/button.tsx';
import { Choice } from '../base/choice.tsx';
import { ResultActions } from '../result/result-actions.tsx';
import { useReadable, useServices } from '../services.ts';
import { useLanguageName } from '../use-language-name.ts';
import style from './reader-bar.module.css';
import { TranslationStatus } from './translation-status.tsx';

interface ReaderBarProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
  readonly finding: boolean;
  readonly onFind: () => void;
  /** Asks for the sentences to check. */
  readonly onFlagged: () => void;
  readonly nextFlagged: ReactNode;
  readonly children: ReactNode;
}

/** Stays above the text: how far it is, and everything that can be done with it. */
export function ReaderBar(props: ReaderBarProps) {
  const { session, translation, finding, onFind, onFlagged, nextFlagged, children } = props;
  const t = useTranslations('reader');
  const format = useFormatter();
  const nameOf = useLanguageName();
  const { workspace, preferences } = useServices();
  const { view } = useReadable(preferences);
  return (
    <div className={style.bar}>
      <div className={style.row}>
        <div className={style.state}>
          {session.isShared ? <p className={style.shared}>{t('shared')}</p> : null}
          <TranslationStatus session={session} translation={translation} />
        </div>
        <div className={style.actions} role="toolbar" aria-label={t('title')}>
          {translation.flaggedCount === 0 ? null : (
            <Button kind="quiet" icon={<Flag />} className={style.flagged} onClick={onFlagged}>
              <span className={style.flaggedCount} aria-hidden="true">
                {format.number(translation.flaggedCount)}
              </span>
              <span className={style.flaggedText}>
                {t('nextFlagged', { count: translation.flaggedCount })}
              </span>
            </Button>
          )}
          {nextFlagged}
          <IconButton label={t('find')} aria-pressed={finding} onClick={onFind}>
            <Search />
          </IconButton>
          {session.isShared ? null : (
            <IconButton label={t('edit')} onClick={() => void workspace.editSource()}>
              <PenLine />
            </IconButton>
          )}
          <ResultActions session={session} translation={translation} />
        </div>
      </div>
      {children}
      <div className={style.columns}>
        <p>{nameOf(translation.sourceLang)}</p>
        <Choice
          legend={t('view')}
          hideLegend
          value={view}
          options={[
            ['source', t('viewSource')],
            ['both', t('viewBoth')],
            ['target', t('viewTarget')],
          ]}
          onChange={(view) => preferences.patch({ view })}
        />
        <p>{nameOf(translation.targetLang)}</p>
      </div>
      <progress
        className={style.progress}
        aria-label={t('title')}
        max={Math.max(1, translation.segmentCount)}
        value={translation.doneCount}
        hidden={translation.status === 'done'}
      />
    </div>
  );
}
