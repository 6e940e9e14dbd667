import type { LanguagePair } from '@unlimited/contract';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { anyLanguage } from '../../core/translation-options.ts';
import { targetsOf } from '../../core/usable-languages.ts';
import { IconButton } from '../base/button.tsx';
import { useReadable, useServices } from '../services.ts';
import { useDetectedLanguage } from '../use-detected-language.ts';
import { useLanguageName } from '../use-language-name.ts';
import { LanguageSelect } from './language-select.tsx';

const noPairs: readonly LanguagePair[] = [];

/** The language that is translated from. Another target language follows if this one does not reach the present one. */
export function SourceLanguage() {
  const t = useTranslations('languages');
  const nameOf = useLanguageName();
  const { workspace } = useServices();
  const { languagePairs, autoDetect, sourceLang, targetLang } = useReadable(workspace);
  const detected = useDetectedLanguage();
  const pairs = languagePairs ?? noPairs;
  const choose = (source: string) => {
    const reached = targetsOf(pairs, source);
    const target = reached.includes(targetLang) ? targetLang : (reached[0] ?? targetLang);
    workspace.chooseLanguages({ sourceLang: source, targetLang: target });
  };
  const sources = [...new Set(pairs.map((pair) => pair.sourceLang))];
  const anyName = detected === null ? t('detect') : t('detected', { language: nameOf(detected) });
  return (
    <LanguageSelect
      label={t('source')}
      value={sourceLang}
      languages={sources}
      first={autoDetect || sourceLang === anyLanguage ? [anyLanguage, anyName] : undefined}
      onChange={choose}
    />
  );
}

export function TargetLanguage() {
  const t = useTranslations('languages');
  const { workspace } = useServices();
  const { languagePairs, sourceLang, targetLang } = useReadable(workspace);
  return (
    <LanguageSelect
      label={t('target')}
      value={targetLang}
      languages={targetsOf(languagePairs ?? noPairs, sourceLang)}
      onChange={(target) => workspace.chooseLanguages({ sourceLang, targetLang: target })}
    />
  );
}

export function SwapLanguages({ className }: { readonly className?: string | undefined }) {
  const t = useTranslations('languages');
  const { workspace } = useServices();
  const { languagePairs, sourceLang, targetLang } = useReadable(workspace);
  const detected = useDetectedLanguage();
  // Before there is a text, the other way round is any language that the target can be translated into.
  const [any] = targetsOf(languagePairs ?? noPairs, targetLang);
  const from = sourceLang === anyLanguage ? (detected ?? any) : sourceLang;
  // Until the service has said what it can, it is taken to be able to do this, as it comes.
  const possible =
    languagePairs?.some((pair) => pair.sourceLang === targetLang && pair.targetLang === from) ?? true;
  return (
    <IconButton
      label={possible ? t('swap') : t('swapUnavailable')}
      className={className}
      disabled={!possible}
      onClick={() => (from === undefined ? undefined : void workspace.swap(from))}
    >
      <ArrowLeftRight />
    </IconButton>
  );
}
