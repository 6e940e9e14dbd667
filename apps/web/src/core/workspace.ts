import type { LanguagePair, TextFormat, Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { failureCodeOf } from './api-error.ts';
import type { Glossaries } from './glossaries.ts';
import { openTranslation, readSource } from './open-translation.ts';
import { createOrderQueue } from './order-queue.ts';
import { persist } from './persist.ts';
import type { Preferences } from './preferences.ts';
import { emptyRoute, type Router } from './route.ts';
import { createStore, type Readable, type Store } from './store.ts';
import { DocumentError, readDocument, toDocument } from './text-document.ts';
import { anyLanguage, formatOfName } from './translation-options.ts';
import { followTranslation, type TranslationSession } from './translation-session.ts';
import { emptyWorkspace, longestBoxText, longestLiveText, type WorkspaceState } from './workspace-state.ts';

const typingPauseMs = 350;

interface Dependencies {
  readonly api: ApiClient;
  readonly router: Router;
  readonly preferences: Store<Preferences>;
  readonly glossaries: Glossaries;
}

/** Everything that the page is working on: the text, its languages and the translation in sight. */
export class Workspace implements Readable<WorkspaceState> {
  readonly #api: ApiClient;
  readonly #router: Router;
  readonly #preferences: Store<Preferences>;
  readonly #state: Store<WorkspaceState>;
  readonly #orders: ReturnType<typeof createOrderQueue>;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #opening = new AbortController();
  /** The text that was on the desk when another translation was opened. */
  #shelf: Pick<WorkspaceState, 'text' | 'document' | 'format'> | null = null;

  constructor({ api, router, preferences, glossaries }: Dependencies) {
    const { sourceLang, targetLang } = preferences.get();
    this.#api = api;
    this.#router = router;
    this.#preferences = preferences;
    this.#state = createStore<WorkspaceState>({
      ...emptyWorkspace,
      sourceLang: sourceLang ?? emptyWorkspace.sourceLang,
      targetLang: targetLang ?? emptyWorkspace.targetLang,
    });
    this.#orders = createOrderQueue(api, this.#state, glossaries.of, (translation, outdated) =>
      this.#accept(translation, outdated),
    );
    glossaries.subscribe(this.#reorder);
    router.subscribe(() => this.#followRoute());
    this.#followRoute();
    void this.#loadLanguages();
  }

  readonly get = (): WorkspaceState => this.#state.get();
  readonly subscribe = (listener: () => void): (() => void) => this.#state.subscribe(listener);

  readonly type = (text: string): void => {
    if (text === '') {
      this.clear();
    } else {
      this.#state.patch({ text, stale: true, failure: null });
      this.#scheduleDraft();
    }
  };

  /** Takes a text in at once: into the box if it is short enough, else as a document. */
  readonly paste = (text: string): void => {
    const place =
      text.length <= longestBoxText ? { text, document: null } : { text: '', document: toDocument(text) };
    this.#state.patch({ ...place, stale: true, failure: null });
    this.#scheduleDraft();
  };

  readonly takeFile = async (file: File): Promise<void> => {
    clearTimeout(this.#typing);
    try {
      const document = await readDocument(file);
      this.#state.patch({ format: formatOfName(file.name) });
      if (document.length <= longestBoxText) this.paste(await document.body.text());
      else this.#state.patch({ text: '', document, stale: true, failure: null });
    } catch (error) {
      this.#state.patch({ failure: error instanceof DocumentError ? error.code : 'file_unreadable' });
    }
  };

  /** Translates the text for good, whatever was translated while it was typed. */
  readonly translate = (): void => {
    clearTimeout(this.#typing);
    const { stale, session, failure } = this.get();
    if (session === null || stale || failure !== null) this.#orders.order('final');
    else this.#orders.settle();
  };

  readonly stopSending = (): void => this.#orders.stop();

  /** Empties the desk; what was translated stays in the history. */
  readonly clear = (): void => {
    this.#reset();
    this.#router.replace(emptyRoute);
  };

  readonly startNew = (): void => {
    this.#reset();
    this.#router.push(emptyRoute);
  };

  readonly open = (id: string): void => {
    this.#router.push({ translationId: id, shareToken: null });
    this.#followRoute();
  };

  /** Puts the source of a long translation back on the desk. */
  readonly editSource = async (): Promise<void> => {
    const { session, text, document } = this.get();
    if (session === null) return;
    if (text === '' && document === null) {
      this.#state.patch({ stage: 'opening' });
      const pieces = await this.#readSource(session.id);
      if (pieces === null) return this.#state.patch({ stage: 'reader' });
      this.paste(pieces.join(''));
    }
    this.#router.push(emptyRoute);
    this.#show(null, { stage: 'desk' });
  };

  readonly chooseLanguages = ({ sourceLang, targetLang }: LanguagePair): void => {
    this.#state.patch({ sourceLang, targetLang, stale: true });
    this.#preferences.patch({ sourceLang, targetLang });
    this.#scheduleDraft();
  };

  readonly setFormat = (format: TextFormat): void => {
    this.#state.patch({ format });
    this.#reorder();
  };

  readonly setLineBreaks = (lineBreaks: WorkspaceState['lineBreaks']): void => {
    this.#state.patch({ lineBreaks });
    this.#reorder();
  };

  readonly setKeep = (keep: boolean): void => {
    this.#state.patch({ keep });
    if (!this.#orders.hasDraft()) return;
    this.#state.patch({ stale: true });
    this.#scheduleDraft();
  };

  /** Says what went wrong with the translation in sight. */
  readonly fail = (error: unknown): void => {
    if (!(error instanceof DOMException && error.name === 'AbortError'))
      this.#state.patch({ failure: failureCodeOf(error) });
  };

  readonly dismissFailure = (): void => this.#state.patch({ failure: null });

  /** Lets go of a translation that was deleted. */
  readonly forget = (id: string | 'all'): void => {
    const { session } = this.get();
    if (session !== null && (id === 'all' || id === session.id)) this.clear();
  };

  /** What is in sight was ordered otherwise. */
  readonly #reorder = (): void => {
    const { text, document } = this.get();
    if (text === '' && document === null) return;
    this.#state.patch({ stale: true });
    this.#scheduleDraft();
  };

  #scheduleDraft(): void {
    clearTimeout(this.#typing);
    const { text, document } = this.get();
    if (document !== null || text.trim() === '' || text.length > longestLiveText) return;
    if (!this.#preferences.get().asYouType) return;
    this.#typing = setTimeout(() => this.#orders.order('draft'), typingPauseMs);
  }

  #accept(translation: Translation, outdated: boolean): void {
    const isLong = this.get().document !== null || translation.sourceLength > longestLiveText;
    const route = { translationId: translation.id, shareToken: null };
    if (isLong) this.#router.push(route);
    else this.#router.replace(route);
    const session = followTranslation(this.#api, translation.id, translation);
    this.#show(session, { stage: isLong ? 'reader' : 'desk', stale: outdated });
  }

  #followRoute(): void {
    const { translationId, shareToken } = this.#router.get();
    const { stage, session } = this.get();
    if (translationId !== null) {
      const isOpen = session?.id === translationId && session.api.shareToken === shareToken;
      if (!isOpen) void this.#open(translationId, shareToken);
    } else if (stage !== 'desk' || session !== null) {
      this.#stopOpening();
      this.#show(null, { stage: 'desk', ...this.#shelf });
      this.#shelf = null;
    }
  }

  async #open(id: string, shareToken: string | null): Promise<void> {
    const { text, document, format, session, stale } = this.get();
    const shelf = stale || session === null ? { text, document, format } : this.#shelf;
    this.#reset();
    this.#shelf = shelf;
    const { signal } = this.#opening;
    const opened = followTranslation(shareToken === null ? this.#api : this.#api.sharedBy(shareToken), id);
    this.#show(opened, { stage: 'opening' });
    try {
      const found = await openTranslation(opened, signal);
      if (found === null || signal.aborted) return;
      const { translation, text } = found;
      this.#state.patch({
        stage: text === null ? 'reader' : 'desk',
        text: text ?? '',
        sourceLang: translation.detected ? anyLanguage : translation.sourceLang,
        targetLang: translation.targetLang,
        format: translation.format,
      });
    } catch (error) {
      if (!signal.aborted) this.#state.patch({ stage: 'reader', failure: failureCodeOf(error) });
    }
  }

  async #readSource(id: string): Promise<string[] | null> {
    const { signal } = this.#opening;
    try {
      return await readSource(this.#api, id, signal);
    } catch (error) {
      if (!signal.aborted) this.#state.patch({ failure: failureCodeOf(error) });
      return null;
    }
  }

  #show(session: TranslationSession | null, rest: Partial<WorkspaceState> = {}): void {
    const before = this.get().session;
    if (before !== session) before?.close();
    this.#state.patch({ session, stale: false, waiting: null, failure: null, ...rest });
  }

  #reset(): void {
    clearTimeout(this.#typing);
    this.#orders.stop();
    this.#stopOpening();
    this.#shelf = null;
    this.#show(null, { text: '', document: null, format: 'plain', stage: 'desk' });
  }

  #stopOpening(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
  }

  async #loadLanguages(): Promise<void> {
    const { signal } = new AbortController();
    try {
      const { languagePairs, autoDetect } = await persist(() => this.#api.languages(signal), {
        signal,
        onWait: (waiting) => this.#state.patch({ waiting }),
      });
      this.#state.patch({ languagePairs, autoDetect, ...this.#usableLanguages(languagePairs, autoDetect) });
    } catch (error) {
      this.#state.patch({ failure: failureCodeOf(error) });
    }
  }

  /** Other languages than those chosen, where they cannot be had; `auto` for a new visitor with a choice. */
  #usableLanguages(pairs: readonly LanguagePair[], autoDetect: boolean): Partial<LanguagePair> {
    const { sourceLang, targetLang, session } = this.get();
    const [first] = pairs;
    if (session !== null || first === undefined) return {};
    const isNew = this.#preferences.get().sourceLang === null;
    const hasChoice = pairs.some((pair) => pair.sourceLang !== first.sourceLang);
    const wanted = isNew && hasChoice && autoDetect ? anyLanguage : sourceLang;
    const isKnown = pairs.some(
      (pair) =>
        pair.targetLang === targetLang &&
        (pair.sourceLang === wanted || (autoDetect && wanted === anyLanguage)),
    );
    if (isKnown) return { sourceLang: wanted };
    return { sourceLang: first.sourceLang, targetLang: first.targetLang };
  }
}
