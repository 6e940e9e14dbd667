import type { GlossaryEntry, LanguagePair, Translation } from '@unlimited/contract';
import type { ApiClient, NewTranslation } from './api-client.ts';
import { failureCodeOf } from './api-error.ts';
import { persist } from './persist.ts';
import type { Store } from './store.ts';
import { otherTarget } from './usable-languages.ts';
import type { WorkspaceState } from './workspace-state.ts';

export interface OrderQueue {
  /**
   * Orders the translation of the present text, unless it is in sight by the time that its turn comes. A draft gives
   * way to the next order; one that is in sight when it is ordered as `final` stays for good.
   */
  order(kind: 'draft' | 'final'): void;
  /** Whether the translation in sight, or on its way, gives way to the next order. */
  hasDraft(): boolean;
  /** Gives up what is on its way; what is in sight stays. */
  stop(): void;
}

/**
 * Orders translations one after the other: every one that the service accepted is either shown or removed, however
 * fast somebody types.
 *
 * @param glossaryOf The reader's words for a pair of languages.
 * @param onAccepted Told of each translation, and whether the text or what is wanted of it changed meanwhile.
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
  let draftSent = false;

  const presentOrder = (): NewTranslation => {
    const { document, text, sourceLang, targetLang, format, lineBreaks, keep } = state.get();
    const glossary = glossaryOf({ sourceLang, targetLang });
    return { body: document?.body ?? text, sourceLang, targetLang, format, lineBreaks, glossary, keep };
  };
  const remove = (id: string) => void api.remove(id).catch(() => undefined);

  /** The translation with the order that it came of, or `null` if there is none or it was given up. */
  const send = async (signal: AbortSignal): Promise<[Translation, NewTranslation] | null> => {
    const onWait = (waiting: WorkspaceState['waiting']) => state.patch({ waiting });
    const create = async (): Promise<[Translation, NewTranslation]> => {
      const order = presentOrder();
      // A short text is not cut off: only its answer says what there is to be removed.
      return [await api.create(order, order.body instanceof Blob ? signal : undefined), order];
    };
    state.patch({ sending: true, failure: null });
    try {
      const answer = await persist(create, { signal, onWait });
      if (!signal.aborted) return answer;
      remove(answer[0].id);
    } catch (error) {
      if (!signal.aborted) state.patch({ failure: failureCodeOf(error) });
    } finally {
      if (!signal.aborted) state.patch({ sending: false, waiting: null });
    }
    return null;
  };

  const run = async (kind: 'draft' | 'final', signal: AbortSignal): Promise<void> => {
    const { document, text, session, stale, failure } = state.get();
    if (signal.aborted || (document === null && text.trim() === '')) return;
    // An order before this one, or none was needed, brought just what is wanted.
    if (session !== null && !stale && failure === null) {
      if (kind === 'final') draftId = null;
      return;
    }
    draftSent = kind === 'draft';
    const answer = await send(signal);
    if (answer === null) return;
    const [translation, order] = answer;
    const target = otherTarget(translation, state.get());
    if (target !== undefined) {
      remove(translation.id);
      state.patch({ targetLang: target });
      return run(kind, signal);
    }
    if (draftId !== null) remove(draftId);
    draftId = kind === 'draft' ? translation.id : null;
    onAccepted(translation, !isSame(order, presentOrder()));
  };

  return {
    order(kind) {
      const { signal } = abort;
      last = last.then(() => run(kind, signal));
    },
    hasDraft: () => draftId !== null || (state.get().sending && draftSent),
    stop() {
      abort.abort();
      abort = new AbortController();
      last = Promise.resolve();
      draftId = null;
      state.patch({ sending: false, waiting: null });
    },
  };
}

function isSame(
  { body, ...fields }: NewTranslation,
  { body: otherBody, ...others }: NewTranslation,
): boolean {
  return body === otherBody && JSON.stringify(fields) === JSON.stringify(others);
}
