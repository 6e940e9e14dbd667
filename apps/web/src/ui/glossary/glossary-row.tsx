import type { LanguagePair } from '@unlimited/contract';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { longestGlossaryText } from '../../core/glossaries.ts';
import { anyLanguage } from '../../core/translation-options.ts';
import { IconButton } from '../base/button.tsx';
import style from './glossary-dialog.module.css';

interface GlossaryRowProps {
  readonly number: number;
  readonly pair: LanguagePair;
  readonly source: string;
  readonly target: string;
  /** Takes the focus when the dialog opens. */
  readonly isFirst: boolean;
  readonly onChange: (fields: { source?: string; target?: string }) => void;
  readonly onRemove: () => void;
}

export function GlossaryRow(props: GlossaryRowProps) {
  const { number, pair, source, target, isFirst, onChange, onRemove } = props;
  const t = useTranslations('glossary');
  const isEmpty = source === '' && target === '';
  const common = { type: 'text', dir: 'auto', autoComplete: 'off', maxLength: longestGlossaryText } as const;
  return (
    <li className={style.row}>
      <input
        {...common}
        aria-label={t('sourceOf', { number })}
        lang={pair.sourceLang === anyLanguage ? '' : pair.sourceLang}
        data-first={isFirst ? true : undefined}
        value={source}
        onChange={(event) => onChange({ source: event.target.value })}
      />
      <input
        {...common}
        aria-label={t('targetOf', { number })}
        lang={pair.targetLang}
        placeholder={source.trim() === '' ? '' : t('keep')}
        value={target}
        onChange={(event) => onChange({ target: event.target.value })}
      />
      <IconButton label={t('remove', { number })} disabled={isEmpty} onClick={onRemove}>
        <X />
      </IconButton>
    </li>
  );
}
