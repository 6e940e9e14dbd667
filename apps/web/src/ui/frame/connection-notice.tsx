import { CloudOff, Hourglass, WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Waiting } from '../../core/persist.ts';
import { createStore } from '../../core/store.ts';
import { isOver, type SessionState } from '../../core/translation-session.ts';
import { useReadable, useServices } from '../services.ts';
import { useOnline } from '../use-online.ts';
import style from './connection-notice.module.css';

const noSession = createStore<SessionState>({ translation: null, waiting: null, failure: null, pace: null });

/** A calm word while the page waits for the network or the service. It goes away by itself. */
export function ConnectionNotice() {
  const t = useTranslations('connection');
  const { workspace } = useServices();
  const online = useOnline();
  const { session, waiting: waitingForAnswer } = useReadable(workspace);
  const { translation, waiting: waitingForStream } = useReadable(session ?? noSession);
  const waiting = waitingForAnswer ?? waitingForStream;
  const running = translation !== null && !isOver(translation);
  return (
    <div role="status">
      {!online ? (
        <p className={style.notice}>
          <WifiOff />
          {t(running ? 'offline' : 'offlineIdle')}
        </p>
      ) : waiting !== null ? (
        <p className={style.notice}>
          {waiting.code === 'too_many_requests' ? <Hourglass /> : <CloudOff />}
          <span>
            {t(waitingMessage(waiting))} <RetryCountdown until={waiting.until} />
          </span>
        </p>
      ) : null}
    </div>
  );
}

function waitingMessage({ code }: Waiting): 'unreachable' | 'too_many_requests' | 'unavailable' {
  return code === 'unreachable' || code === 'too_many_requests' ? code : 'unavailable';
}

/** Seconds until the next try; not read out every second. */
function RetryCountdown({ until }: { readonly until: number }) {
  const t = useTranslations('connection');
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.ceil((until - now) / 1000);
  if (seconds < 2) return null;
  return (
    <span aria-hidden="true" className={style.countdown}>
      {t('retryIn', { seconds })}
    </span>
  );
}
