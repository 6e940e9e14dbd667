import type { GlossaryEntry, LanguagePair, Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { failureCodeOf } from './api-error.ts';
import { persist } from './persist.ts';
import type { Store } from './store.ts';
import { otherTarget } from './usable-languages.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface OrderQueue {
  /** Orders the translation of the present text. A draft gives way to the next order. */
  order(kind: 'draft' | 'final'): void;
  /** Keeps the draft in sight for good. */
  settle(): void;
  /** Whether the translation in sight gives way to the next order. */
  hasDraft(): boolean;
  /** Gives up what is on its way. */
  stop(): void;
}

/**
 * Orders translations one after the other: every one that the service accepted is either shown or removed, however
 * fast somebody types.
 *
 * @param glossaryOf The reader's words for a pair of languages.
 * @param onAccepted Told of each translation, and whether the text changed meanwhile.
 */
export function createOrderQueue(
  api: Pick<ApiClient, 'create' | 'remove'>,
  state: Store<WorkspaceState>,
  glossaryOf: (pair: LanguagePair) => readonly GlossaryEntry[],
  onAccepted: (translation: Translation, outdated: boolean) => void,
): OrderQueue {
  let abort = new AbortController();
  let last: Promise<void> = Promise.resolve();
  let draftId: string | null = null;

  const send = async (work: (signal: AbortSignal) => Promise<Translation>): Promise<Translation | null> => {
    const { signal } = abort;
    state.patch({ sending: true, failure: null });
    try {
      return await persist(() => work(signal), { signal, onWait: (waiting) => state.patch({ waiting }) });
    } catch (error) {
      if (!signal.aborted) state.patch({ failure: failureCodeOf(error) });
      return null;
    } finally {
      state.patch({ sending: false, waiting: null });
    }
  };

  const run = async (kind: 'draft' | 'final'): Promise<void> => {
    const { document, text } = state.get();
    if (document === null && text.trim() === '') return;
    const translation = await send((signal) => {
      const { document, text, sourceLang, targetLang, format, lineBreaks, keep } = state.get();
      const glossary = glossaryOf({ sourceLang, targetLang });
      const body = document?.body ?? text;
      return api.create({ body, sourceLang, targetLang, format, lineBreaks, glossary, keep }, signal);
    });
    if (translation === null) return;
    const target = otherTarget(translation, state.get());
    if (target !== undefined) {
      void api.remove(translation.id).catch(() => undefined);
      state.patch({ targetLang: target });
      return run(kind);
    }
    if (draftId !== null) void api.remove(draftId).catch(() => undefined);
    draftId = kind === 'draft' ? translation.id : null;
    onAccepted(translation, state.get().text !== text);
  };

  return {
    order(kind) {
      last = last.then(() => run(kind));
    },
    settle() {
      draftId = null;
    },
    hasDraft: () => draftId !== null,
    stop() {
      abort.abort();
      abort = new AbortController();
      draftId = null;
    },
  };
}
