import type { Translation } from '@unlimited/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isDocument } from '../../core/document-types.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import question from '../base/question.module.css';
import { useServices } from '../services.ts';

interface CancelDialogProps {
  readonly translation: Translation;
  readonly onClose: () => void;
}

/** Asks before what is finished of a translation is given up. */
export function CancelDialog({ translation, onClose }: CancelDialogProps) {
  const t = useTranslations('progress');
  const { workspace } = useServices();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    if (await workspace.cancel()) announce(t('cancelDone'));
    onClose();
  };
  return (
    <Dialog title={t('cancelTitle')} shape="alert" onClose={onClose}>
      <p className={question.text}>
        {t(isDocument(translation.format) ? 'cancelFileText' : 'cancelText', { done: translation.doneCount })}
      </p>
      <div className={question.buttons}>
        <Button data-first onClick={onClose}>
          {t('cancelNot')}
        </Button>
        <Button kind="danger" disabled={busy} onClick={cancel}>
          {t('cancelConfirm')}
        </Button>
      </div>
    </Dialog>
  );
}
