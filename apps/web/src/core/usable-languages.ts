import type { LanguagePair, Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { failureCodeOf } from './api-error.ts';
import { persist } from './persist.ts';
import type { Store } from './store.ts';
import { anyLanguage } from './translation-options.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** Asks the service what it can translate, and chooses accordingly as long as no translation is in sight. */
export async function loadLanguages(
  api: Pick<ApiClient, 'languages'>,
  state: Store<WorkspaceState>,
  isNew: () => boolean,
): Promise<void> {
  const { signal } = new AbortController();
  try {
    const { languagePairs, autoDetect } = await persist(() => api.languages(signal), {
      signal,
      onWait: (waiting) => state.patch({ waiting }),
    });
    state.patch({ languagePairs, autoDetect });
    if (state.get().session === null)
      state.patch(usableLanguages(state.get(), languagePairs, autoDetect, isNew()));
  } catch (error) {
    state.patch({ failure: failureCodeOf(error) });
  }
}

/** Where a text goes that turned out to be in the language that it was ordered in, unless that was chosen for it. */
export function otherTarget(
  { detected, sourceLang, targetLang }: Translation,
  { languagePairs, targetChosen }: WorkspaceState,
): string | undefined {
  if (!detected || sourceLang !== targetLang || targetChosen) return undefined;
  return targetsOf(languagePairs ?? [], sourceLang)[0];
}

/** The languages that a language can be translated into; of any language, all of them. */
export function targetsOf(pairs: readonly LanguagePair[], sourceLang: string): string[] {
  const reached = pairs.filter((pair) => sourceLang === anyLanguage || pair.sourceLang === sourceLang);
  return [...new Set(reached.map((pair) => pair.targetLang))];
}

/**
 * Languages that can be had, as near as can be to those wanted: others where the service does not translate them, and
 * detection for a new visitor with a choice.
 */
function usableLanguages(
  { sourceLang, targetLang }: LanguagePair,
  pairs: readonly LanguagePair[],
  autoDetect: boolean,
  isNew: boolean,
): LanguagePair {
  const [first] = pairs;
  if (first === undefined) return { sourceLang, targetLang };
  const hasChoice = pairs.some((pair) => pair.sourceLang !== first.sourceLang);
  const wanted = !isNew ? sourceLang : hasChoice && autoDetect ? anyLanguage : first.sourceLang;
  const isKnown = pairs.some(
    (pair) =>
      pair.targetLang === targetLang &&
      (pair.sourceLang === wanted || (autoDetect && wanted === anyLanguage)),
  );
  if (isKnown) return { sourceLang: wanted, targetLang };
  return { sourceLang: first.sourceLang, targetLang: first.targetLang };
}
