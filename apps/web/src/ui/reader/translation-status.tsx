import type { Translation } from '@unlimited/contract';
import { Bell, BellRing, CircleCheck, Pause, Play, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button, IconButton } from '../base/button.tsx';
import { SentenceProgress } from '../result/sentence-progress.tsx';
import { useServices } from '../services.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import style from './translation-status.module.css';

interface TranslationStatusProps {
  readonly session: TranslationSession;
  readonly translation: Translation;
}

export function TranslationStatus({ session, translation }: TranslationStatusProps) {
  const t = useTranslations('progress');
  const { status, doneCount, segmentCount } = translation;
  if (!isOver(translation)) {
    return (
      <div className={style.status}>
        <SentenceProgress session={session} />
        <span className={style.controls}>
          {session.isShared ? null : (
            <SessionButton key="pause" label={t('pause')} icon={<Pause />} action={session.pause} />
          )}
          {session.isShared ? null : <CancelButton translation={translation} />}
          <NotifyButton />
        </span>
      </div>
    );
  }
  if (status === 'done') {
    return (
      <p className={style.done}>
        <CircleCheck />
        <span>{t('doneSentences', { total: segmentCount })}</span>
      </p>
    );
  }
  return (
    <div className={style.status}>
      <p>{status === 'failed' ? t('failed') : t('cancelled', { done: doneCount, total: segmentCount })}</p>
      {session.isShared || status === 'failed' ? null : (
        <span className={style.controls}>
          <SessionButton key="resume" label={t('resume')} icon={<Play />} action={session.resume} />
          <CancelButton translation={translation} />
        </span>
      )}
    </div>
  );
}

interface SessionButtonProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly action: () => Promise<unknown>;
}

/** Stops or goes on; a second press while it is under way does nothing. */
function SessionButton({ label, icon, action }: SessionButtonProps) {
  const { workspace } = useServices();
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    await action().catch(workspace.fail);
    setBusy(false);
  };
  return (
    <Button icon={icon} disabled={busy} onClick={act}>
      {label}
    </Button>
  );
}

function CancelButton({ translation }: Pick<TranslationStatusProps, 'translation'>) {
  const t = useTranslations('progress');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="quiet" icon={<X />} onClick={() => setAsking(true)}>
        <span className={style.label}>{t('cancel')}</span>
      </Button>
      {asking ? <CancelDialog translation={translation} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** Asks to be told when the translation is done; only if the browser can tell. */
function NotifyButton() {
  const t = useTranslations('progress');
  const announce = useAnnounce();
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : 'denied',
  );
  if (permission === 'denied') return null;
  const granted = permission === 'granted';
  const ask = async () => {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    announce(t(answer === 'granted' ? 'notifyOn' : 'notifyDenied'));
  };
  return (
    <IconButton
      label={t(granted ? 'notifyOn' : 'notify')}
      aria-pressed={granted}
      disabled={granted}
      onClick={ask}
    >
      {granted ? <BellRing /> : <Bell />}
    </IconButton>
  );
}
