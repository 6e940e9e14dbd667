import { useDeferredValue, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { countText } from '../../core/text-counts.ts';
import { useReadable, useServices } from '../services.ts';
import { useSourceLang } from '../use-detected-language.ts';
import pane from './pane.module.css';

export function SourceCounts() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { text, document } = useReadable(workspace);
  const sourceLang = useSourceLang() || 'und';
  const deferred = useDeferredValue(text);
  const counts = useMemo(() => countText(deferred, sourceLang), [deferred, sourceLang]);
  const characters = document === null ? counts.characters : (document.length ?? 0);
  if (characters === 0) return null;
  return (
    <p className={pane.counts}>
      <span>{t('characters', { count: characters })}</span>
      {document !== null || counts.sentences === null ? null : (
        <span>{t('sentences', { count: counts.sentences })}</span>
      )}
    </p>
  );
}
