import { useFormatter, useTranslations } from 'use-intl';
import { groupByDay } from '../../core/history.ts';
import { Button } from '../base/button.tsx';
import { TextPlaceholder } from '../base/text-placeholder.tsx';
import { useReadable, useServices } from '../services.ts';
import { HistoryEntry } from './history-entry.tsx';
import style from './history-list.module.css';

const dayMs = 24 * 60 * 60 * 1000;

export function HistoryList({ onOpened }: { readonly onOpened: () => void }) {
  const t = useTranslations('history');
  const format = useFormatter();
  const { history } = useServices();
  const { entries, query, loading, hasMore, failure } = useReadable(history);
  if (entries === null) return failure === null ? <Placeholder /> : null;
  if (entries.length === 0) {
    const wanted = query.trim();
    if (loading) return <Placeholder />;
    return (
      <div className={style.empty}>
        <h3>{t(wanted === '' ? 'emptyTitle' : 'noMatchTitle')}</h3>
        <p>{wanted === '' ? t('emptyText') : t('noMatchText', { query: wanted })}</p>
      </div>
    );
  }
  const nameOf = (day: number) => {
    const today = new Date().setHours(0, 0, 0, 0);
    if (day === today) return t('today');
    // Rounded: a day at a change of the clock is not exactly as long.
    if (Math.round((today - day) / dayMs) === 1) return t('yesterday');
    return format.dateTime(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  };
  return (
    <>
      {groupByDay(entries).map(({ day, entries }) => (
        <section key={day} className={style.day}>
          <h3>{nameOf(day)}</h3>
          <ul>
            {entries.map((entry) => (
              <HistoryEntry key={entry.id} entry={entry} onOpened={onOpened} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <Button className={style.more} disabled={loading} onClick={() => void history.loadMore()}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Placeholder() {
  const t = useTranslations('history');
  return (
    <div className={style.placeholder} role="img" aria-label={t('loading')}>
      <TextPlaceholder lines={5} />
    </div>
  );
}
