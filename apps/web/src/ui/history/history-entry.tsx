import type { Translation } from '@unlimited/contract';
import { PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../base/announcer.tsx';
import { Button, IconButton } from '../base/button.tsx';
import { useServices } from '../services.ts';
import style from './history-entry.module.css';
import { HistoryEntryText } from './history-entry-text.tsx';
import { RenameForm } from './rename-form.tsx';

interface HistoryEntryProps {
  readonly entry: Translation;
  readonly onOpened: () => void;
}

export function HistoryEntry({ entry, onOpened }: HistoryEntryProps) {
  const t = useTranslations('history');
  const { workspace, history } = useServices();
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const [renaming, setRenaming] = useState(false);

  const open = () => {
    workspace.open(entry.id);
    onOpened();
  };
  const remove = () =>
    history.remove(entry.id).then(
      () => {
        workspace.forget(entry.id);
        announce(t('deleted'));
      },
      () => setAsking(false),
    );

  if (renaming) {
    return (
      <li className={style.entry}>
        <RenameForm entry={entry} onEnd={() => setRenaming(false)} />
      </li>
    );
  }
  if (asking) {
    return (
      <li className={style.asking}>
        <p>{t('deleteOne')}</p>
        <Button kind="danger" onClick={remove}>
          {t('delete')}
        </Button>
        <Button autoFocus onClick={() => setAsking(false)}>
          {t('keepIt')}
        </Button>
      </li>
    );
  }
  return (
    <li className={style.entry}>
      <button type="button" className={style.open} onClick={open}>
        <HistoryEntryText entry={entry} />
      </button>
      <span className={style.actions}>
        <IconButton label={t('rename')} onClick={() => setRenaming(true)}>
          <PenLine />
        </IconButton>
        <IconButton label={t('delete')} onClick={() => setAsking(true)}>
          <Trash2 />
        </IconButton>
      </span>
    </li>
  );
}
