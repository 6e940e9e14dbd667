import { Search, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { longestQuery } from '../../core/history.ts';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { useReadable, useServices } from '../services.ts';
import { DeleteAllDialog } from './delete-all-dialog.tsx';
import style from './history-dialog.module.css';
import { HistoryList } from './history-list.tsx';

/** Where there is none, one would slide over the list. */
const hasKeyboard = matchMedia('(hover: hover)').matches;

/** One's own translations: search, open, delete. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('history');
  const tf = useTranslations('failure');
  const { history, status } = useServices();
  const days = useReadable(status)?.historyDays;
  const { query, entries, loading, failure } = useReadable(history);
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    history.search('');
    void history.load();
  }, [history]);

  return (
    <Dialog title={t('title')} shape="drawer" onClose={onClose}>
      <search className={style.search}>
        <Search aria-hidden="true" />
        <input
          type="search"
          dir="auto"
          data-first={hasKeyboard ? true : undefined}
          aria-label={t('search')}
          placeholder={t('search')}
          maxLength={longestQuery}
          value={query}
          onChange={(event) => history.search(event.target.value)}
        />
      </search>
      <div className={style.list} aria-busy={loading}>
        {failure === null ? null : (
          <FailureNotice code={failure}>
            <Button onClick={() => void history.load()}>{tf('retry')}</Button>
          </FailureNotice>
        )}
        <HistoryList onOpened={onClose} />
      </div>
      <div className={style.footer}>
        <p>
          {t('privacy')} {days === undefined ? t('privacyAWhile') : t('privacyDays', { days })}
        </p>
        {entries === null || entries.length === 0 ? null : (
          <Button kind="danger" icon={<Trash2 />} onClick={() => setAsking(true)}>
            {t('deleteAll')}
          </Button>
        )}
      </div>
      {asking ? <DeleteAllDialog onClose={() => setAsking(false)} /> : null}
    </Dialog>
  );
}
