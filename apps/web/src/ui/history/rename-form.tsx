import type { Translation } from '@unlimited/contract';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { longestTitle } from '../../core/history.ts';
import { Button } from '../base/button.tsx';
import { useServices } from '../services.ts';
import style from './rename-form.module.css';

interface RenameFormProps {
  readonly entry: Translation;
  readonly onEnd: () => void;
}

/** A name for a translation in the history; an empty one takes it away. */
export function RenameForm({ entry, onEnd }: RenameFormProps) {
  const t = useTranslations('history');
  const { history } = useServices();
  const [title, setTitle] = useState(entry.title ?? '');
  const save = (event: FormEvent) => {
    event.preventDefault();
    // What went wrong is said above the list.
    history.rename(entry.id, title).then(onEnd, onEnd);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onEnd();
  };
  return (
    <form className={style.rename} onSubmit={save}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
        autoFocus
        aria-label={t('name')}
        placeholder={entry.excerpt}
        maxLength={longestTitle}
        dir="auto"
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
      />
      <Button type="submit">{t('save')}</Button>
    </form>
  );
}
