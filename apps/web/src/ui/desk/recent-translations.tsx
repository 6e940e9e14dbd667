import { ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { HistoryEntryText } from '../history/history-entry-text.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './recent-translations.module.css';

const shownCount = 3;

/** The last few translations, to go on with. */
export function RecentTranslations({ onHistory }: { readonly onHistory: () => void }) {
  const t = useTranslations('desk');
  const { history, workspace } = useServices();
  const { entries } = useReadable(history);
  useEffect(() => void history.load(), [history]);
  if (entries === null || entries.length === 0) return null;
  return (
    <section className={style.recent} aria-labelledby="recent">
      <header>
        <h3 id="recent">{t('recent')}</h3>
        <Button kind="quiet" onClick={onHistory}>
          {t('recentAll')}
          <ChevronRight />
        </Button>
      </header>
      <ul>
        {entries.slice(0, shownCount).map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => workspace.open(entry.id)}>
              <HistoryEntryText entry={entry} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
