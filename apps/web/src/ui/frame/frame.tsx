import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { Later, later } from '../base/later.tsx';
import { Desk } from '../desk/desk.tsx';
import { isTyping } from '../is-typing.ts';
import { Opening } from '../reader/opening.tsx';
import { useReadable, useServices } from '../services.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import style from './frame.module.css';
import { StatusNotice } from './status-notice.tsx';
import { TopBar } from './top-bar.tsx';

const reader = later(() => import('../reader/reader.tsx').then((part) => part.Reader));
const historyDialog = later(() => import('../history/history-dialog.tsx').then((part) => part.HistoryDialog));
const shortcutsDialog = later(() => import('./shortcuts-dialog.tsx').then((part) => part.ShortcutsDialog));

export type Panel = 'history' | 'shortcuts' | null;

/** Everything around the text: the bar above it, notices, and what opens over it. */
export function Frame() {
  const t = useTranslations('app');
  const { workspace } = useServices();
  const { stage, session } = useReadable(workspace);
  const [panel, setPanel] = useState<Panel>(null);
  const close = () => setPanel(null);

  useEffect(() => {
    // Whoever comes back to the page sees what was edited elsewhere meanwhile.
    const onReturn = () => document.hidden || void session?.renew();
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [session]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) setPanel('shortcuts');
      else if (event.altKey && event.code === 'KeyH') setPanel('history');
      else if (event.altKey && event.code === 'KeyN') workspace.startNew();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [workspace]);

  return (
    <>
      <Button kind="primary" className={style.skip} onClick={() => document.getElementById('text')?.focus()}>
        {t('skip')}
      </Button>
      <TopBar onOpen={setPanel} />
      <StatusNotice />
      <ConnectionNotice />
      <main id="text" tabIndex={-1} className={style.main}>
        {stage === 'desk' ? <Desk onHistory={() => setPanel('history')} /> : null}
        {stage === 'opening' ? <Opening /> : null}
        {stage === 'reader' && session !== null ? (
          <Later key={session.id} part={reader} props={{ session }} />
        ) : null}
      </main>
      {panel === 'history' ? <Later part={historyDialog} props={{ onClose: close }} /> : null}
      {panel === 'shortcuts' ? <Later part={shortcutsDialog} props={{ onClose: close }} /> : null}
    </>
  );
}
