import { useTranslations } from 'use-intl';
import { Dialog } from '../base/dialog.tsx';
import { commandKey, optionKey } from '../key-names.ts';
import style from './shortcuts-dialog.module.css';

const shortcuts = [
  ['translate', [commandKey, '↵']],
  ['newTranslation', [optionKey, 'N']],
  ['history', [optionKey, 'H']],
  ['copy', [optionKey, 'C']],
  ['find', [commandKey, 'F']],
  ['next', ['↓']],
  ['previous', ['↑']],
  ['copySentence', ['C']],
  ['editSentence', ['E']],
  ['alternatives', ['A']],
  ['nextFlagged', ['F']],
  ['close', ['Esc']],
  ['sheet', ['?']],
] as const;

export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('shortcuts');
  return (
    <Dialog title={t('title')} shape="sheet" onClose={onClose}>
      <dl className={style.list}>
        {shortcuts.map(([name, keys]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
