import type { Translation } from '@unlimited/contract';
import { useFormatter, useTranslations } from 'use-intl';
import { useLanguageName } from '../use-language-name.ts';
import style from './history-entry-text.module.css';

/** How a translation is told from others: its beginning, languages, length, time and state. */
export function HistoryEntryText({ entry }: { readonly entry: Translation }) {
  const t = useTranslations();
  const format = useFormatter();
  const nameOf = useLanguageName();
  const { title, excerpt, sourceLang, targetLang, sourceLength, status, doneCount, segmentCount, createdAt } =
    entry;
  const percent = Math.floor((doneCount / Math.max(1, segmentCount)) * 100);
  return (
    <>
      {title === null ? null : (
        <strong className={style.title} dir="auto">
          {title}
        </strong>
      )}
      <span
        className={style.excerpt}
        data-titled={title === null ? undefined : ''}
        lang={sourceLang}
        dir="auto"
      >
        {excerpt}
      </span>
      <span className={style.facts}>
        <time dateTime={createdAt}>{format.dateTime(new Date(createdAt), { timeStyle: 'short' })}</time>
        <span>{`${nameOf(sourceLang)} → ${nameOf(targetLang)}`}</span>
        <span>{t('desk.characters', { count: sourceLength })}</span>
        {status === 'done' ? null : (
          <span className={style.status} data-status={status}>
            {t(`history.status.${status}`, { percent })}
          </span>
        )}
      </span>
    </>
  );
}
