import { BookMarked } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { Later, later } from '../base/later.tsx';
import { useReadable, useServices } from '../services.ts';

const glossaryDialog = later(() => import('./glossary-dialog.tsx').then((part) => part.GlossaryDialog));

/** Opens the reader's words for the languages on the desk. */
export function GlossaryButton() {
  const t = useTranslations('glossary');
  const { workspace, glossaries } = useServices();
  const { sourceLang, targetLang } = useReadable(workspace);
  useReadable(glossaries);
  const [open, setOpen] = useState(false);
  const pair = { sourceLang, targetLang };
  const count = glossaries.of(pair).length;
  return (
    <>
      <Button icon={<BookMarked />} onClick={() => setOpen(true)}>
        {count === 0 ? t('title') : t('button', { count })}
      </Button>
      {open ? <Later part={glossaryDialog} props={{ pair, onClose: () => setOpen(false) }} /> : null}
    </>
  );
}
