import type { LanguagePair } from '@unlimited/contract';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { mostGlossaryEntries } from '../../core/glossaries.ts';
import { anyLanguage } from '../../core/translation-options.ts';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { useServices } from '../services.ts';
import { useLanguageName } from '../use-language-name.ts';
import style from './glossary-dialog.module.css';
import { GlossaryRow } from './glossary-row.tsx';

interface GlossaryDialogProps {
  readonly pair: LanguagePair;
  readonly onClose: () => void;
}

interface Row {
  /** Tells rows apart while their words change. */
  readonly key: number;
  readonly source: string;
  readonly target: string;
}

/** How words are to be translated. What is written holds as soon as the dialog is closed. */
export function GlossaryDialog({ pair, onClose }: GlossaryDialogProps) {
  const t = useTranslations();
  const nameOf = useLanguageName();
  const { glossaries } = useServices();
  const [rows, setRows] = useState<readonly Row[]>(() =>
    withEmptyRow(glossaries.of(pair).map(({ source, target = '' }, key) => ({ key, source, target }))),
  );
  const close = () => {
    glossaries.set(pair, rows);
    onClose();
  };
  const change = (key: number, fields: Partial<Row>) =>
    setRows((before) => withEmptyRow(before.map((row) => (row.key === key ? { ...row, ...fields } : row))));
  const remove = (key: number) => setRows((before) => withEmptyRow(before.filter((row) => row.key !== key)));

  const source = pair.sourceLang === anyLanguage ? t('languages.any') : nameOf(pair.sourceLang);
  return (
    <Dialog title={t('glossary.title')} shape="drawer" onClose={close}>
      <p className={style.text}>{t('glossary.text', { source, target: nameOf(pair.targetLang) })}</p>
      <div className={style.rows}>
        <p className={style.heads} aria-hidden="true">
          <span>{t('glossary.source')}</span>
          <span>{t('glossary.target')}</span>
        </p>
        <ol>
          {rows.map(({ key, source, target }, at) => (
            <GlossaryRow
              key={key}
              number={at + 1}
              pair={pair}
              source={source}
              target={target}
              isFirst={at === rows.length - 1}
              onChange={(fields) => change(key, fields)}
              onRemove={() => remove(key)}
            />
          ))}
        </ol>
        {rows.length > mostGlossaryEntries ? (
          <p className={style.text}>{t('glossary.full', { count: mostGlossaryEntries })}</p>
        ) : null}
      </div>
      <div className={style.footer}>
        <Button kind="primary" onClick={close}>
          {t('glossary.done')}
        </Button>
      </div>
    </Dialog>
  );
}

/** There is always one more line to write in. */
function withEmptyRow(rows: readonly Row[]): readonly Row[] {
  const last = rows.at(-1);
  if (last !== undefined && last.source.trim() === '' && last.target.trim() === '') return rows;
  return [...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, source: '', target: '' }];
}
