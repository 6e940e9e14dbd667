import type { LanguagePair } from '@unlimited/contract';
import { ArrowLeftRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '../base/button.tsx';
import { useReadable, useServices } from '../services.ts';
import { LanguageSelect } from './language-select.tsx';

const noPairs: readonly LanguagePair[] = [];

/** The language that is translated from. Another target language follows if this one does not reach the present one. */
export function SourceLanguage() {
  const t = useTranslations('languages');
  const { workspace } = useServices();
  const { languagePairs, sourceLang, targetLang } = useReadable(workspace);
  const pairs = languagePairs ?? noPairs;
  const choose = (source: string) => {
    const reached = pairs.filter((pair) => pair.sourceLang === source).map((pair) => pair.targetLang);
    const target = reached.includes(targetLang) ? targetLang : (reached[0] ?? targetLang);
    workspace.chooseLanguages({ sourceLang: source, targetLang: target });
  };
  const sources = [...new Set(pairs.map((pair) => pair.sourceLang))];
  return <LanguageSelect label={t('source')} value={sourceLang} languages={sources} onChange={choose} />;
}

export function TargetLanguage() {
  const t = useTranslations('languages');
  const { workspace } = useServices();
  const { languagePairs, sourceLang, targetLang } = useReadable(workspace);
  const targets = (languagePairs ?? noPairs)
    .filter((pair) => pair.sourceLang === sourceLang)
    .map((pair) => pair.targetLang);
  return (
    <LanguageSelect
      label={t('target')}
      value={targetLang}
      languages={targets}
      onChange={(target) => workspace.chooseLanguages({ sourceLang, targetLang: target })}
    />
  );
}

export function SwapLanguages({ className }: { readonly className?: string | undefined }) {
  const t = useTranslations('languages');
  const { workspace } = useServices();
  const { languagePairs, sourceLang, targetLang } = useReadable(workspace);
  const possible = languagePairs?.some(
    (pair) => pair.sourceLang === targetLang && pair.targetLang === sourceLang,
  );
  return (
    <IconButton
      label={possible === true ? t('swap') : t('swapUnavailable')}
      className={className}
      disabled={possible !== true}
      onClick={() => workspace.chooseLanguages({ sourceLang: targetLang, targetLang: sourceLang })}
    >
      <ArrowLeftRight />
    </IconButton>
  );
}
