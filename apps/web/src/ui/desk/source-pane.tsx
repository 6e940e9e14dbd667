import { FileUp, X } from 'lucide-react';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { documentEndings } from '../../core/document-types.ts';
import { Button, IconButton } from '../base/button.tsx';
import { commandKey } from '../key-names.ts';
import { useReadable, useServices } from '../services.ts';
import { DocumentCard } from './document-card.tsx';
import { SourceLanguage, SwapLanguages } from './language-bar.tsx';
import pane from './pane.module.css';
import { SourceBox } from './source-box.tsx';
import { SourceCounts } from './source-counts.tsx';
import style from './source-pane.module.css';

const files = [
  'text/*,.txt,.md,.markdown,.html,.htm,.srt,.vtt,.csv,.tex,.log,.po',
  ...documentEndings.map((ending) => `.${ending}`),
].join(',');

export function SourcePane() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { text, document, sending } = useReadable(workspace);
  const fileInput = useRef<HTMLInputElement>(null);
  const isEmpty = document === null && text.trim() === '';

  return (
    <section className={`${pane.pane} ${style.pane}`} aria-label={t('sourcePane')}>
      <header className={pane.header}>
        <SourceLanguage />
        <span className={pane.spacer} />
        {isEmpty ? null : (
          <IconButton label={t('clear')} onClick={workspace.clear}>
            <X />
          </IconButton>
        )}
        <SwapLanguages className={style.swap} />
      </header>
      {document === null ? <SourceBox /> : <DocumentCard document={document} />}
      <footer className={pane.footer}>
        <IconButton label={t('chooseFile')} onClick={() => fileInput.current?.click()}>
          <FileUp />
        </IconButton>
        <input
          ref={fileInput}
          type="file"
          hidden
          accept={files}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) void workspace.takeFile(file);
          }}
        />
        <SourceCounts />
        <span className={pane.spacer} />
        {sending && document !== null ? (
          <Button onClick={workspace.stopSending}>{t('stopSending')}</Button>
        ) : (
          <Button
            kind="primary"
            disabled={isEmpty}
            title={t('translateHint', { keys: `${commandKey} + ↵` })}
            onClick={workspace.translate}
          >
            {t('translate')}
          </Button>
        )}
      </footer>
    </section>
  );
}
