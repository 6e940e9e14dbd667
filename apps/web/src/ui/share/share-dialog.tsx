import { Check, Copy, Link } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { type FailureCode, failureCodeOf } from '../../core/api-error.ts';
import { copyText } from '../../core/clipboard.ts';
import { formatRoute } from '../../core/route.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button } from '../base/button.tsx';
import { Choice } from '../base/choice.tsx';
import { Dialog } from '../base/dialog.tsx';
import { FailureNotice } from '../base/failure-notice.tsx';
import { useServices } from '../services.ts';
import style from './share-dialog.module.css';
import { ShareState } from './share-state.tsx';

interface ShareDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

interface NewLink {
  readonly address: string;
  readonly expiresAt: string;
}

const spans = [
  [24, 'day'],
  [24 * 7, 'week'],
  [24 * 30, 'month'],
] as const;

/** Makes a link by which others may read a translation for a time, and takes such links back. */
export function ShareDialog({ id, onClose }: ShareDialogProps) {
  const t = useTranslations('share');
  const { api } = useServices();
  const [hours, setHours] = useState<number>(24 * 7);
  const [link, setLink] = useState<NewLink | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);

  const create = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const { token, expiresAt } = await api.share(id, hours);
      const address = new URL(formatRoute({ translationId: id, shareToken: token }), document.baseURI).href;
      setLink({ address, expiresAt });
    } catch (error) {
      setFailure(failureCodeOf(error));
    }
    setBusy(false);
  };

  return (
    <Dialog title={t('title')} shape="sheet" onClose={onClose}>
      <div className={style.share}>
        <p>{t('text')}</p>
        {failure === null ? null : <FailureNotice code={failure} onDismiss={() => setFailure(null)} />}
        {link === null ? (
          <>
            <Choice
              legend={t('span')}
              value={hours}
              options={spans.map(([value, name]) => [value, t(`spans.${name}`)])}
              onChange={setHours}
            />
            <Button kind="primary" icon={<Link />} disabled={busy} onClick={create}>
              {t('create')}
            </Button>
          </>
        ) : (
          <LinkMade {...link} />
        )}
        {/* Once more after each link that was made. */}
        <ShareState key={link?.address} id={id} onEnded={() => setLink(null)} />
      </div>
    </Dialog>
  );
}

function LinkMade({ address, expiresAt }: NewLink) {
  const t = useTranslations();
  const format = useFormatter();
  const announce = useAnnounce();
  const fieldId = useId();
  const [copied, setCopied] = useState(false);
  useEffect(() => announce(t('share.created')), [announce, t]);
  const copy = () =>
    copyText(address).then(
      () => {
        setCopied(true);
        announce(t('result.copied'));
      },
      () => announce(t('result.copyFailed')),
    );
  const until = format.dateTime(new Date(expiresAt), { dateStyle: 'long', timeStyle: 'short' });
  return (
    <div className={style.link}>
      <label htmlFor={fieldId}>{t('share.until', { until })}</label>
      <div>
        <input id={fieldId} readOnly value={address} onFocus={(event) => event.target.select()} />
        <Button kind="primary" autoFocus icon={copied ? <Check /> : <Copy />} onClick={copy}>
          {t(copied ? 'result.copied' : 'share.copy')}
        </Button>
      </div>
    </div>
  );
}
