import { createStore } from '../core/store.ts';
import { anyLanguage } from '../core/translation-options.ts';
import type { SessionState } from '../core/translation-session.ts';
import { useReadable, useServices } from './services.ts';

const noSession = createStore<SessionState>({ translation: null, waiting: null, failure: null, pace: null });

/** The language that the service found the text in sight to be in; `null` where it was not asked, or not yet. */
export function useDetectedLanguage(): string | null {
  const { workspace } = useServices();
  const { session } = useReadable(workspace);
  const { translation } = useReadable(session ?? noSession);
  return translation?.detected === true ? translation.sourceLang : null;
}

/** The language of the text on the desk as a tag; empty while nobody knows it. */
export function useSourceLang(): string {
  const { workspace } = useServices();
  const { sourceLang } = useReadable(workspace);
  const detected = useDetectedLanguage();
  return sourceLang === anyLanguage ? (detected ?? '') : sourceLang;
}
