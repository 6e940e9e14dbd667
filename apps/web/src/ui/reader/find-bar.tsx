import type { TranslationFormat } from '@unlimited/contract';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Find, findInTranslation, mostFinds } from '../../core/find-in-translation.ts';
import { readablePages } from '../../core/shown-segments.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { IconButton } from '../base/button.tsx';
import style from './find-bar.module.css';

interface FindBarProps {
  readonly session: TranslationSession;
  readonly format: TranslationFormat;
  readonly onQuery: (query: string) => void;
  readonly onShow: (find: Find) => void;
  readonly onClose: () => void;
}

const typingPauseMs = 250;

/** Looks through the whole of both texts. */
export function FindBar({ session, format, onQuery, onShow, onClose }: FindBarProps) {
  const t = useTranslations('reader');
  const { api, id } = session;
  const [query, setQuery] = useState('');
  const [finds, setFinds] = useState<readonly Find[] | null>(null);
  const [at, setAt] = useState(0);

  const show = (next: number) => {
    if (finds === null || finds.length === 0) return;
    const turned = (next + finds.length) % finds.length;
    setAt(turned);
    onShow(finds[turned] as Find);
  };
  const take = useEffectEvent((found: readonly Find[]) => {
    setFinds(found);
    setAt(0);
    if (found[0] !== undefined) onShow(found[0]);
  });
  const mark = useEffectEvent(onQuery);

  useEffect(() => {
    const wanted = query.trim();
    mark(wanted);
    setFinds(null);
    if (wanted === '') return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      const pages = readablePages(api.allSegments(id, abort.signal), format);
      findInTranslation(pages, wanted).then(take, () => undefined);
    }, typingPauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [api, id, format, query]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter') show(at + (event.shiftKey ? -1 : 1));
    else return;
    event.preventDefault();
  };
  const total = finds?.length ?? 0;
  const found =
    query.trim() === ''
      ? ''
      : finds === null
        ? t('findSearching')
        : total === 0
          ? t('findNone')
          : t(total >= mostFinds ? 'findMany' : 'findCount', { current: at + 1, total });

  return (
    <search className={style.find}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
        autoFocus
        type="text"
        dir="auto"
        enterKeyHint="search"
        aria-label={t('findLabel')}
        placeholder={t('findLabel')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={style.found}>
        {found}
      </span>
      <IconButton label={t('findPrevious')} disabled={total === 0} onClick={() => show(at - 1)}>
        <ChevronUp />
      </IconButton>
      <IconButton label={t('findNext')} disabled={total === 0} onClick={() => show(at + 1)}>
        <ChevronDown />
      </IconButton>
      <CloseFind onClose={onClose} />
    </search>
  );
}

function CloseFind({ onClose }: Pick<FindBarProps, 'onClose'>) {
  const t = useTranslations('app');
  return (
    <IconButton label={t('close')} onClick={onClose}>
      <X />
    </IconButton>
  );
}
