import { FileText } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { isFromTheRight, textDirection } from '../../core/text-direction.ts';
import type { TextDocument } from '../../core/text-document.ts';
import { useSourceLang } from '../use-detected-language.ts';
import style from './document-card.module.css';
import pane from './pane.module.css';

/** A text too long for the box: what it is and how it begins. */
export function DocumentCard({ document }: { readonly document: TextDocument }) {
  const t = useTranslations('desk');
  const format = useFormatter();
  const sourceLang = useSourceLang();
  const size = Math.ceil(document.body.size / 1000);
  const kilobytes = format.number(size, { style: 'unit', unit: 'kilobyte' });
  return (
    <div className={`${pane.body} ${style.body}`}>
      <div className={style.card}>
        <FileText />
        <div>
          <p className={style.name}>{document.name ?? t('pasted')}</p>
          <p className={style.size}>
            {document.length === null ? kilobytes : t('characters', { count: document.length })}
          </p>
        </div>
      </div>
      <p className={style.hint}>{t('documentHint')}</p>
      <p
        className={`${pane.reading} ${style.preview}`}
        data-lines={isFromTheRight(sourceLang) ? undefined : ''}
        lang={sourceLang}
        dir={textDirection(document.preview, sourceLang)}
      >
        {document.preview}
      </p>
    </div>
  );
}
