import type { Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { isDocument } from './document-types.ts';
import type { TranslationSession } from './translation-session.ts';
import { longestLiveText } from './workspace-state.ts';

/** A stored translation as it is to be shown: a short one with its text for the desk, a long one without. */
export interface OpenedTranslation {
  readonly translation: Translation;
  /** `null` if it is too long to be edited beside its translation. */
  readonly text: string | null;
}

/** Waits until a translation is known; `null` if it cannot be read, for which the session knows the reason. */
export async function openTranslation(
  session: TranslationSession,
  signal: AbortSignal,
): Promise<OpenedTranslation | null> {
  const translation = await untilKnown(session, signal);
  if (translation === null || signal.aborted) return null;
  // One that is only to be read is not put where one writes.
  const isLong =
    session.isShared ||
    isDocument(translation.format) ||
    translation.status === 'receiving' ||
    translation.sourceLength > longestLiveText;
  return { translation, text: isLong ? null : (await readSource(session.api, session.id, signal)).join('') };
}

/** The source text of a translation, in pieces. */
export async function readSource(api: ApiClient, id: string, signal: AbortSignal): Promise<string[]> {
  const pieces: string[] = [];
  for await (const page of api.allSegments(id, signal)) {
    pieces.push(page.map(({ sourceText, gap }) => sourceText + gap).join(''));
  }
  return pieces;
}

function untilKnown(session: TranslationSession, signal: AbortSignal): Promise<Translation | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { translation, failure } = session.get();
      if (translation === null && failure === null && !signal.aborted) return;
      unsubscribe();
      resolve(translation);
    };
    const unsubscribe = session.subscribe(look);
    signal.addEventListener('abort', look, { once: true });
    look();
  });
}
