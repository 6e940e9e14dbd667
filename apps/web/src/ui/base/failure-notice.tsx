import { CircleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { FailureCode } from '../../core/api-error.ts';
import type { DocumentFailure } from '../../core/text-document.ts';
import { IconButton } from './button.tsx';
import style from './failure-notice.module.css';

interface FailureNoticeProps {
  readonly code: FailureCode | DocumentFailure;
  /** The ways out. */
  readonly children?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

/** What went wrong, in a sentence, and what can be done about it. */
export function FailureNotice({ code, children, onDismiss }: FailureNoticeProps) {
  const t = useTranslations('failure');
  return (
    <div role="alert" className={style.notice}>
      <CircleAlert />
      {/* A newer service may name a problem that this page does not know. */}
      <p>{t.has(code) ? t(code) : t('internal')}</p>
      {children}
      {onDismiss === undefined ? null : (
        <IconButton label={t('dismiss')} onClick={onDismiss}>
          <X />
        </IconButton>
      )}
    </div>
  );
}
