import type { TextFormat } from '@unlimited/contract';
import { useTranslations } from 'use-intl';
import { textFormats } from '../../core/translation-options.ts';
import { Select } from '../base/select.tsx';
import { Switch } from '../base/switch.tsx';
import { GlossaryButton } from '../glossary/glossary-button.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './desk-options.module.css';

/** How the text on the desk is to be translated, and whether it is kept. */
export function DeskOptions() {
  const t = useTranslations();
  const { workspace } = useServices();
  const { format, lineBreaks, keep } = useReadable(workspace);
  return (
    <section className={style.options} aria-label={t('desk.options')}>
      <div className={style.option}>
        <Switch checked={keep} onChange={workspace.setKeep}>
          {t('desk.keep')}
        </Switch>
        <p>{t(keep ? 'desk.keepOn' : 'desk.keepOff')}</p>
      </div>
      {format === 'plain' ? (
        <div className={style.option}>
          <Switch
            checked={lineBreaks === 'keep'}
            onChange={(keeps) => workspace.setLineBreaks(keeps ? 'keep' : 'unwrap')}
          >
            {t('desk.lineBreaks')}
          </Switch>
          <p>{t('desk.lineBreaksHint')}</p>
        </div>
      ) : (
        <p className={style.option}>{t('desk.formatHint')}</p>
      )}
      <div className={style.tools}>
        <Select
          kind="framed"
          aria-label={t('desk.format')}
          value={format}
          options={textFormats.map((name) => [name, t(`formats.${name}`)])}
          onChange={({ target }) => workspace.setFormat(target.value as TextFormat)}
        />
        <GlossaryButton />
      </div>
    </section>
  );
}
