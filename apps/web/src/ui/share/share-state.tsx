import { Unlink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type FailureCode, failureCodeOf } from '../../core/api-error.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button } from '../base/button.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { useServices } from '../services.ts';
import style from './share-dialog.module.css';

interface ShareStateProps {
  readonly id: string;
  readonly onEnded: () => void;
}

/** How many links to a translation hold, and the way to end them all. */
export function ShareState({ id, onEnded }: ShareStateProps) {
  const t = useTranslations('share');
  const format = useFormatter();
  const { api } = useServices();
  const announce = useAnnounce();
  const [ends, setEnds] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  useEffect(() => {
    const abort = new AbortController();
    api.shares(id, abort.signal).then(
      ({ shares }) => setEnds(shares.map(({ expiresAt }) => expiresAt)),
      (error: unknown) => abort.signal.aborted || setFailure(failureCodeOf(error)),
    );
    return () => abort.abort();
  }, [api, id]);

  const endAll = async () => {
    try {
      await api.endShares(id);
      setEnds([]);
      announce(t('ended'));
      onEnded();
    } catch (error) {
      setFailure(failureCodeOf(error));
    }
  };
  if (failure !== null) return <FailureNotice code={failure} onDismiss={() => setFailure(null)} />;
  const [last] = ends;
  if (last === undefined) return null;
  const until = format.dateTime(new Date(last), { dateStyle: 'long' });
  return (
    <div className={style.state}>
      <p>{t('state', { count: ends.length, until })}</p>
      <Button kind="danger" icon={<Unlink />} onClick={endAll}>
        {t('end', { count: ends.length })}
      </Button>
    </div>
  );
}
