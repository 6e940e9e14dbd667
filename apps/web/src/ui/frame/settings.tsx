import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Preferences } from '../../core/preferences.ts';
import { locales, pickLocale } from '../../i18n/locales.ts';
import { Choice } from '../base/choice.tsx';
import { Select } from '../base/select.tsx';
import { Switch } from '../base/switch.tsx';
import { useReadable, useServices } from '../services.ts';
import style from './settings.module.css';

const sizes = [1, 2, 3, 4] as const;

export function Settings() {
  const t = useTranslations('settings');
  const { preferences } = useServices();
  const { theme, textSize, typeface, locale, asYouType } = useReadable(preferences);
  const languageId = useId();
  return (
    <div className={style.settings}>
      <Choice
        legend={t('theme')}
        value={theme}
        options={[
          ['system', t('themeSystem')],
          ['light', t('themeLight')],
          ['dark', t('themeDark')],
        ]}
        onChange={(theme) => preferences.patch({ theme })}
      />
      <label className={style.size}>
        <span>{t('textSize')}</span>
        <input
          type="range"
          min={1}
          max={sizes.length}
          value={textSize}
          aria-valuetext={t(`textSizes.${textSize}`)}
          onChange={({ target }) =>
            preferences.patch({ textSize: Number(target.value) as Preferences['textSize'] })
          }
        />
      </label>
      <Choice
        legend={t('typeface')}
        value={typeface}
        options={[
          ['serif', t('typefaceSerif')],
          ['sans', t('typefaceSans')],
        ]}
        onChange={(typeface) => preferences.patch({ typeface })}
      />
      <div className={style.language}>
        <label htmlFor={languageId}>{t('language')}</label>
        <Select
          id={languageId}
          kind="framed"
          value={pickLocale([locale, ...navigator.languages])}
          options={Object.entries(locales)}
          onChange={({ target }) => preferences.patch({ locale: target.value })}
        />
      </div>
      <Switch checked={asYouType} onChange={(asYouType) => preferences.patch({ asYouType })}>
        {t('asYouType')}
      </Switch>
    </div>
  );
}
