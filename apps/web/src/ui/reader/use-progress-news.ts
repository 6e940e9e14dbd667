import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { isOver, type TranslationSession } from '../../core/translation-session.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { useReadable } from '../services.ts';

/** At most one word of progress for screen readers in this time. */
const quietMs = 15_000;

/** Tells how far a translation is where it can be heard or seen without looking at it: screen reader, title, end. */
export function useProgressNews(session: TranslationSession): void {
  const t = useTranslations();
  const announce = useAnnounce();
  const { translation } = useReadable(session);
  const spokenAt = useRef(Date.now());
  const over = translation === null || isOver(translation);
  const wasRunning = useRef(!over);
  const percent =
    translation === null
      ? 0
      : Math.floor((translation.doneCount / Math.max(1, translation.segmentCount)) * 100);

  useEffect(() => {
    document.title = over ? t('app.name') : `${percent} % · ${t('app.name')}`;
    return () => {
      document.title = t('app.name');
    };
  }, [over, percent, t]);

  useEffect(() => {
    if (over || percent === 0 || Date.now() - spokenAt.current < quietMs) return;
    spokenAt.current = Date.now();
    announce(t('progress.announce', { percent }));
  }, [over, percent, announce, t]);

  useEffect(() => {
    if (!over) wasRunning.current = true;
    if (!over || !wasRunning.current || translation?.status !== 'done') return;
    wasRunning.current = false;
    announce(t('progress.announceDone'));
    if (document.hidden) void notify(t('progress.notification'));
  }, [over, translation?.status, announce, t]);
}

/** Shows a notification if the reader allowed it. No text of theirs is in it. */
async function notify(message: string): Promise<void> {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (registration !== undefined)
    await registration.showNotification(message, { icon: 'icon-192.png', tag: 'done' });
  else new Notification(message, { tag: 'done' });
}
