import { useTranslations } from 'use-intl';
import { roundTimeLeft } from '../../core/pace.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { useReadable } from '../services.ts';
import style from './sentence-progress.module.css';

/** How far a translation is: sentences done, speed, and the time left once something honest can be said. */
export function SentenceProgress({ session }: { readonly session: TranslationSession }) {
  const t = useTranslations('progress');
  const { translation, pace } = useReadable(session);
  if (translation === null) return null;
  const { status, doneCount, segmentCount } = translation;
  if (status === 'receiving') return <p className={style.progress}>{t('receiving')}</p>;
  if (status === 'queued' && doneCount === 0) return <p className={style.progress}>{t('queued')}</p>;
  const timeLeft = pace?.timeLeftMs == null ? null : roundTimeLeft(pace.timeLeftMs);
  // Two digits: more would only flicker.
  const rate = Number((pace?.segmentsPerSecond ?? 0).toPrecision(2));
  return (
    <p className={style.progress}>
      <span>{t('sentences', { done: doneCount, total: segmentCount })}</span>
      {rate > 0 ? <span className={style.speed}>{t('speed', { rate })}</span> : null}
      {timeLeft === null ? null : (
        <span>
          {timeLeft.unit === 'moment'
            ? t('leftMoment')
            : t(timeLeft.unit === 'minutes' ? 'leftMinutes' : 'leftHours', { count: timeLeft.count })}
        </span>
      )}
    </p>
  );
}
