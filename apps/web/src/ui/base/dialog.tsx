import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from './button.tsx';
import style from './dialog.module.css';

interface DialogProps {
  readonly title: string;
  readonly shape: 'drawer' | 'sheet' | 'alert';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog; it is open while it is rendered. Focus returns to where it was. */
export function Dialog({ title, shape, onClose, children }: DialogProps) {
  const t = useTranslations('app');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // What is marked as the first thing to use; else the dialog itself, so that it is read out from its title on.
    (dialog?.querySelector<HTMLElement>('[data-first]') ?? dialog)?.focus();
    return () => dialog?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog closes it, as Escape does
    <dialog
      ref={ref}
      tabIndex={-1}
      className={`${style.dialog} ${style[shape]}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className={style.content}>
        <div className={style.header}>
          <h2 id={titleId}>{title}</h2>
          {shape === 'alert' ? null : (
            <IconButton label={t('close')} onClick={onClose}>
              <X />
            </IconButton>
          )}
        </div>
        {children}
      </div>
    </dialog>
  );
}
