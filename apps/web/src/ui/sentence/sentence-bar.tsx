import type { Translation } from '@unlimited/contract';
import { PenLine, Volume2, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { readableText } from '../../core/shown-segments.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { IconButton } from '../base/button.tsx';
import { useServices } from '../services.ts';
import { usePlainKey } from '../use-plain-key.ts';
import { Alternatives } from './alternatives.tsx';
import { CopySentence } from './copy-sentence.tsx';
import { EditControls } from './edit-controls.tsx';
import { NextFlagged } from './next-flagged.tsx';
import style from './sentence-bar.module.css';
import { useSentenceEdit } from './sentence-edit.ts';

interface SentenceBarProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
  readonly index: number;
  readonly onShow: (index: number) => void;
  readonly onClose: () => void;
}

/** What can be done with the chosen sentence, and what should be known about it. */
export function SentenceBar({ session, translation, index, onShow, onClose }: SentenceBarProps) {
  const t = useTranslations();
  const edit = useSentenceEdit();
  const segment = useSyncExternalStore(session.segments.subscribe, () => session.segments.at(index));
  const targetText = segment?.targetText ?? null;
  const isEditing = edit !== null && edit.index === index;
  return (
    <aside className={style.bar} aria-label={t('reader.sentence', { number: index + 1 })}>
      <div className={style.text}>
        <p className={style.number}>{t('reader.sentence', { number: index + 1 })}</p>
        {targetText === null ? <p>{t('reader.pending')}</p> : null}
        {segment?.origin === 'edit' ? <p>{t('reader.edited')}</p> : null}
        {segment?.flags.map((flag) => (
          <p key={flag}>{t.has(`reader.flags.${flag}`) ? t(`reader.flags.${flag}`) : null}</p>
        ))}
      </div>
      {isEditing ? <EditControls edit={edit} /> : null}
      {isEditing || translation.flaggedCount === 0 ? null : (
        <NextFlagged session={session} after={index} onShow={onShow} />
      )}
      {isEditing || targetText === null ? null : (
        <SentenceActions
          key={index}
          session={session}
          translation={translation}
          index={index}
          targetText={targetText}
        />
      )}
      {isEditing ? null : (
        <IconButton label={t('app.close')} onClick={onClose}>
          <X />
        </IconButton>
      )}
    </aside>
  );
}

interface SentenceActionsProps extends Pick<SentenceBarProps, 'session' | 'translation' | 'index'> {
  readonly targetText: string;
}

function SentenceActions({ session, translation, index, targetText }: SentenceActionsProps) {
  const t = useTranslations('reader');
  const { readAloud } = useServices();
  const edit = useSentenceEdit();
  const { targetLang, format } = translation;
  usePlainKey('e', () => edit?.begin(index));
  return (
    <>
      {edit === null ? null : (
        <>
          <IconButton label={t('editSentence')} onClick={() => edit.begin(index)}>
            <PenLine />
          </IconButton>
          <Alternatives
            session={session}
            index={index}
            lang={targetLang}
            format={format}
            onChoose={(text) => void edit.replace(index, text)}
          />
        </>
      )}
      <CopySentence text={readableText(targetText, format)} />
      {readAloud.available ? (
        <IconButton
          label={t('readFromHere')}
          onClick={() => readAloud.start(index, targetLang, format, session.segments.at)}
        >
          <Volume2 />
        </IconButton>
      ) : null}
    </>
  );
}
