import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { Desk } from '../desk/desk.tsx';
import { HistoryDialog } from '../history/history-dialog.tsx';
import { Opening } from '../reader/opening.tsx';
import { Reader } from '../reader/reader.tsx';
import { useReadable, useServices } from '../services.ts';
import { ConnectionNotice } from './connection-notice.tsx';
import style from './frame.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { StatusMessage } from './status-message.tsx';
import { TopBar } from './top-bar.tsx';

export type Panel = 'history' | 'shortcuts' | null;

/** Everything around the text: the bar above it, notices, and what opens over it. */
export function Frame() {
  const t = useTranslations('app');
  const { workspace } = useServices();
  const { stage, session } = useReadable(workspace);
  const [panel, setPanel] = useState<Panel>(null);
  const close = () => setPanel(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      if (event.key === '?' && !typing) setPanel('shortcuts');
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
      <StatusMessage />
      <ConnectionNotice />
      <main id="text" tabIndex={-1} className={style.main}>
        {stage === 'desk' ? <Desk onHistory={() => setPanel('history')} /> : null}
        {stage === 'opening' ? <Opening /> : null}
        {stage === 'reader' && session !== null ? <Reader key={session.id} session={session} /> : null}
      </main>
      {panel === 'history' ? <HistoryDialog onClose={close} /> : null}
      {panel === 'shortcuts' ? <ShortcutsDialog onClose={close} /> : null}
    </>
  );
}
