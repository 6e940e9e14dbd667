import { useTranslations } from 'use-intl';
import { Button } from '../base/button.tsx';
import { Switch } from '../base/switch.tsx';
import style from './sentence-bar.module.css';
import type { SentenceEdit } from './sentence-edit.ts';

/** What can be done with a sentence while it is being edited. */
export function EditControls({ edit }: { readonly edit: SentenceEdit }) {
  const t = useTranslations('reader');
  return (
    <>
      <Switch checked={edit.remember} onChange={edit.setRemember}>
        <span className={style.remember}>{t('remember')}</span>
      </Switch>
      <Button onClick={edit.cancel}>{t('discard')}</Button>
      <Button kind="primary" disabled={edit.saving} title={t('editHint')} onClick={edit.save}>
        {t('save')}
      </Button>
    </>
  );
}
