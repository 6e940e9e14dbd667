import type { LanguagePair } from '@unlimited/contract';
import { anyLanguage } from './translation-options.ts';

/**
 * Languages that can be had, as near as can be to those wanted: others where the service does not translate them, and
 * detection for a new visitor with a choice.
 */
export function usableLanguages(
  { sourceLang, targetLang }: LanguagePair,
  pairs: readonly LanguagePair[],
  autoDetect: boolean,
  isNew: boolean,
): LanguagePair {
  const [first] = pairs;
  if (first === undefined) return { sourceLang, targetLang };
  const hasChoice = pairs.some((pair) => pair.sourceLang !== first.sourceLang);
  const wanted = isNew && hasChoice && autoDetect ? anyLanguage : sourceLang;
  const isKnown = pairs.some(
    (pair) =>
      pair.targetLang === targetLang &&
      (pair.sourceLang === wanted || (autoDetect && wanted === anyLanguage)),
  );
  if (isKnown) return { sourceLang: wanted, targetLang };
  return { sourceLang: first.sourceLang, targetLang: first.targetLang };
}
