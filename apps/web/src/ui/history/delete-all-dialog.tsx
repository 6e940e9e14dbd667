import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAnnounce } from '../base/announcer.tsx';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import style from '../base/question.module.css';
import { useServices } from '../services.ts';

export function DeleteAllDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('history');
  const { history, workspace } = useServices();
  const announce = useAnnounce();
  const [removing, setRemoving] = useState(false);
  const removeAll = async () => {
    setRemoving(true);
    try {
      await history.removeAll();
      workspace.forget('all');
      announce(t('deleted'));
    } catch {
      // The list behind says what went wrong.
    }
    onClose();
  };
  return (
    <Dialog title={t('deleteAllTitle')} shape="alert" onClose={onClose}>
      <p className={style.text}>{t('deleteAllText')}</p>
      <div className={style.buttons}>
        <Button data-first onClick={onClose}>
          {t('keepIt')}
        </Button>
        <Button kind="danger" disabled={removing} onClick={removeAll}>
          {t('deleteAllConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
