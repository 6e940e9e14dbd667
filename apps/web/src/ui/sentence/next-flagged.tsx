import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { findFlagged } from '../../core/find-in-translation.ts';
import type { TranslationSession } from '../../core/translation-session.ts';
import { IconButton } from '../base/button.tsx';
import { usePlainKey } from '../use-plain-key.ts';
import style from './next-flagged.module.css';

interface NextFlaggedProps {
  readonly session: TranslationSession;
  /** Index of the sentence after which it looks; -1 for the beginning. */
  readonly after: number;
  readonly onShow: (index: number) => void;
}

/** From one sentence to check to the next, round the whole text; with the key F as well. */
export function NextFlagged({ session, after, onShow }: NextFlaggedProps) {
  const t = useTranslations('reader');
  const [looking, setLooking] = useState(false);
  const look = async () => {
    if (looking) return;
    setLooking(true);
    const pages = session.api.allSegments(session.id, new AbortController().signal);
    const index = await findFlagged(pages, after).catch(() => null);
    setLooking(false);
    if (index !== null) onShow(index);
  };
  usePlainKey('f', look);
  return (
    <IconButton label={t('nextToCheck')} className={style.next} aria-disabled={looking} onClick={look}>
      <ArrowDown />
    </IconButton>
  );
}
