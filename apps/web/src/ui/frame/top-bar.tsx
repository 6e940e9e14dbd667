import { History, Keyboard, Plus, Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button, IconButton } from '../base/button.tsx';
import { Popover } from '../base/popover.tsx';
import { useReadable, useServices } from '../services.ts';
import type { Panel } from './frame.tsx';
import { Mark } from './mark.tsx';
import { Settings } from './settings.tsx';
import style from './top-bar.module.css';

export function TopBar({ onOpen }: { readonly onOpen: (panel: Panel) => void }) {
  const t = useTranslations('app');
  const { workspace } = useServices();
  const { stage, text, document, session } = useReadable(workspace);
  const isEmpty = stage === 'desk' && text === '' && document === null && session === null;
  return (
    <header className={style.bar}>
      <h1 className={style.brand}>
        <Mark />
        <span>{t('name')}</span>
      </h1>
      <nav className={style.actions} aria-label={t('name')}>
        {isEmpty ? null : (
          <Button kind="quiet" icon={<Plus />} className={style.new} onClick={workspace.startNew}>
            <span>{t('newTranslation')}</span>
          </Button>
        )}
        <Button kind="quiet" icon={<History />} className={style.history} onClick={() => onOpen('history')}>
          <span>{t('history')}</span>
        </Button>
        <Popover label={t('settings')} icon={<Settings2 />}>
          {() => <Settings />}
        </Popover>
        <IconButton label={t('shortcuts')} className={style.shortcuts} onClick={() => onOpen('shortcuts')}>
          <Keyboard />
        </IconButton>
      </nav>
    </header>
  );
}
