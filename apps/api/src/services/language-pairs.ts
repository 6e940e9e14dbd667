import type { LanguagePair } from '@unlimited/contract';
import type { LoadedModel } from '@unlimited/marian';
import { ProblemError } from '../problem-error.ts';

/** The model for a pair: that of the very tags, or of their languages without region (`de-CH` is read by `de`). */
export function findModel(models: readonly LoadedModel[], pair: LanguagePair): LoadedModel | undefined {
  const withoutRegion = { sourceLang: base(pair.sourceLang), targetLang: base(pair.targetLang) };
  return (
    models.find((model) => samePair(model, pair)) ?? models.find((model) => samePair(model, withoutRegion))
  );
}

/**
 * The model for a pair, as {@link findModel} finds it.
 *
 * @throws ProblemError `language_pair_unavailable`, naming what is available.
 */
export function modelFor(models: readonly LoadedModel[], pair: LanguagePair): LoadedModel {
  const found = findModel(models, pair);
  if (found !== undefined) return found;
  const available = models.map(({ sourceLang, targetLang }) => `${sourceLang}→${targetLang}`).join(', ');
  throw new ProblemError('language_pair_unavailable', `Available: ${available}.`);
}

function samePair(one: LanguagePair, other: LanguagePair): boolean {
  return (
    one.sourceLang.toLowerCase() === other.sourceLang.toLowerCase() &&
    one.targetLang.toLowerCase() === other.targetLang.toLowerCase()
  );
}

function base(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}
