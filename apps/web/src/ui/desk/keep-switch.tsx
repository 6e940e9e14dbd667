import { useTranslations } from 'use-intl';
import { Switch } from '../base/switch.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './keep-switch.module.css';

export function KeepSwitch() {
  const t = useTranslations('desk');
  const { workspace } = useServices();
  const { keep } = useReadable(workspace);
  return (
    <div className={style.keep}>
      <Switch checked={keep} onChange={workspace.setKeep}>
        {t('keep')}
      </Switch>
      <p>{t(keep ? 'keepOn' : 'keepOff')}</p>
    </div>
  );
}
