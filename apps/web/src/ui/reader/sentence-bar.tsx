import type { Translation } from '@unlimited/contract';
import { Check, Copy, Flag, Volume2, X } from 'lucide-react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '../../core/clipboard.ts';
import { findFlagged } from '../../core/find-in-translation.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button, IconButton } from '../base/button.tsx';
import { useServices } from '../services.ts';
import style from './sentence-bar.module.css';

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
  const { readAloud } = useServices();
  const segment = useSyncExternalStore(session.segments.subscribe, () => session.segments.at(index));
  const targetText = segment?.targetText ?? null;
  return (
    <aside className={style.bar} aria-label={t('reader.sentence', { number: index + 1 })}>
      <div className={style.text}>
        <p className={style.number}>{t('reader.sentence', { number: index + 1 })}</p>
        {targetText === null ? <p>{t('reader.pending')}</p> : null}
        {segment?.flags.map((flag) => (
          <p key={flag}>{t(`reader.flags.${flag}`)}</p>
        ))}
      </div>
      {segment === undefined || segment.flags.length === 0 || translation.flaggedCount < 2 ? null : (
        <NextFlagged id={translation.id} after={index} onShow={onShow} />
      )}
      {targetText === null ? null : <CopySentence key={index} text={targetText} />}
      {targetText === null || !readAloud.available ? null : (
        <IconButton
          label={t('reader.readFromHere')}
          onClick={() => readAloud.start(index, translation.targetLang, session.segments.at)}
        >
          <Volume2 />
        </IconButton>
      )}
      <IconButton label={t('app.close')} onClick={onClose}>
        <X />
      </IconButton>
    </aside>
  );
}

interface NextFlaggedProps {
  readonly id: string;
  readonly after: number;
  readonly onShow: (index: number) => void;
}

/** From one sentence to check to the next, round the whole text. */
function NextFlagged({ id, after, onShow }: NextFlaggedProps) {
  const t = useTranslations('reader');
  const { api } = useServices();
  const [looking, setLooking] = useState(false);
  const look = async () => {
    setLooking(true);
    const pages = api.allSegments(id, new AbortController().signal);
    const index = await findFlagged(pages, after).catch(() => null);
    setLooking(false);
    if (index !== null) onShow(index);
  };
  return (
    <IconButton label={t('nextToCheck')} disabled={looking} onClick={look}>
      <Flag />
    </IconButton>
  );
}

function CopySentence({ text }: { readonly text: string }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    copyText(text).then(
      () => {
        setCopied(true);
        announce(t('result.copied'));
      },
      () => announce(t('result.copyFailed')),
    );
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key.toLowerCase() === 'c' && plain && !typing) void copy();
  });
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Button kind="quiet" icon={copied ? <Check /> : <Copy />} onClick={copy}>
      {t(copied ? 'result.copied' : 'reader.copySentence')}
    </Button>
  );
}
