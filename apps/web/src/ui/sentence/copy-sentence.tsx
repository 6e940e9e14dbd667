import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { copyText } from '../../core/clipboard.ts';
import { useAnnounce } from '../base/announcer.tsx';
import { Button } from '../base/button.tsx';
import { usePlainKey } from '../use-plain-key.ts';
import style from './sentence-bar.module.css';

export function CopySentence({ text }: { readonly text: string }) {
  const t = useTranslations();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    copyText(text).then(
      () => {
        setCopied(true);
        announce(t('result.copied'));
      },
      () => announce(t('result.copyFailed')),
    );
  usePlainKey('c', copy);
  return (
    <Button kind="quiet" icon={copied ? <Check /> : <Copy />} onClick={copy}>
      <span className={style.label}>{t(copied ? 'result.copied' : 'reader.copySentence')}</span>
    </Button>
  );
}
