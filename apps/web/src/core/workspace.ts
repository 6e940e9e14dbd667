import type { LanguagePair, TextFormat, Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { failureCodeOf } from './api-error.ts';
import { isDocument } from './document-types.ts';
import type { EditNews } from './edit-news.ts';
import type { Glossaries } from './glossaries.ts';
import { openTranslation, readSource } from './open-translation.ts';
import { createOrderQueue } from './order-queue.ts';
import type { Preferences } from './preferences.ts';
import { emptyRoute, type Router } from './route.ts';
import { createStore, type Readable, type Store } from './store.ts';
import { DocumentError, readDocument, toDocument } from './text-document.ts';
import { anyLanguage, formatOfName } from './translation-options.ts';
import { followTranslation, type TranslationSession } from './translation-session.ts';
import { loadLanguages } from './usable-languages.ts';
import { emptyWorkspace, longestBoxText, longestLiveText, type WorkspaceState } from './workspace-state.ts';

const typingPauseMs = 350;

interface Dependencies {
  readonly api: ApiClient;
  readonly router: Router;
  readonly preferences: Store<Preferences>;
  readonly glossaries: Glossaries;
  readonly editNews: EditNews;
}

/** Everything that the page is working on: the text, its languages and the translation in sight. */
export class Workspace implements Readable<WorkspaceState> {
  readonly #api: ApiClient;
  readonly #router: Router;
  readonly #preferences: Store<Preferences>;
  readonly #editNews: EditNews;
  readonly #state: Store<WorkspaceState>;
  readonly #orders: ReturnType<typeof createOrderQueue>;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #opening = new AbortController();
  /** The text that was on the desk when another translation was opened. */
  #shelf: Pick<WorkspaceState, 'text' | 'document' | 'format'> | null = null;

  constructor({ api, router, preferences, glossaries, editNews }: Dependencies) {
    const { sourceLang, targetLang } = preferences.get();
    this.#api = api;
    this.#router = router;
    this.#preferences = preferences;
    this.#editNews = editNews;
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
    void loadLanguages(api, this.#state, () => preferences.get().sourceLang === null);
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
      if (document.length !== null && document.length <= longestBoxText)
        this.paste(await document.body.text());
      else this.#state.patch({ text: '', document, stale: true, failure: null });
    } catch (error) {
      this.#state.patch({ failure: error instanceof DocumentError ? error.code : 'file_unreadable' });
    }
  };

  /** Translates the text for good, whatever was translated while it was typed. */
  readonly translate = (): void => {
    clearTimeout(this.#typing);
    this.#orders.order('final');
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
    if (!(await this.#takeBackSource())) return;
    this.#router.push(emptyRoute);
    this.#show(null, { stage: 'desk' });
  };

  /**
   * Gives up the translation in sight for good: its source is back on the desk, if it is no file, and nothing else of
   * it stays. Tells whether it did; a translation that was done meanwhile stays, and one whose source cannot be had
   * stays paused.
   */
  readonly cancel = async (): Promise<boolean> => {
    const { session } = this.get();
    try {
      if (session === null) return false;
      const { status, format } = await session.pause();
      if (status === 'done') return false;
      if (!isDocument(format) && !(await this.#takeBackSource())) return false;
      await this.#api.remove(session.id);
    } catch (error) {
      this.fail(error);
      return false;
    }
    this.#router.replace(emptyRoute);
    this.#show(null, { stage: 'desk' });
    return true;
  };

  readonly chooseLanguages = ({ sourceLang, targetLang }: LanguagePair): void => {
    const targetChosen = this.get().targetChosen || targetLang !== this.get().targetLang;
    this.#state.patch({ sourceLang, targetLang, targetChosen, stale: true });
    this.#preferences.patch({ sourceLang, targetLang });
    this.#scheduleDraft();
  };

  /** The other way round: the languages, and on the desk also the texts, where the translation is done. */
  readonly swap = async (sourceLang: string): Promise<void> => {
    const { targetLang, session, stage, text, stale } = this.get();
    const isDone = stage === 'desk' && !stale && session?.get().translation?.status === 'done';
    try {
      const turned = isDone ? await session.api.targetText(session.id) : text;
      if (this.get().text === text) this.#state.patch({ text: turned });
      this.chooseLanguages({ sourceLang: targetLang, targetLang: sourceLang });
    } catch (error) {
      this.fail(error);
    }
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
    const session = followTranslation(this.#api, translation.id, this.#editNews, translation);
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
    const api = shareToken === null ? this.#api : this.#api.sharedBy(shareToken);
    const opened = followTranslation(api, id, this.#editNews);
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
        // A document's text is HTML.
        format: isDocument(translation.format) ? 'html' : translation.format,
      });
    } catch (error) {
      if (!signal.aborted) this.#state.patch({ stage: 'reader', failure: failureCodeOf(error) });
    }
  }

  /** Whether the source of the translation in sight is here, or could be fetched. */
  async #takeBackSource(): Promise<boolean> {
    const { session, text, document } = this.get();
    if (session === null) return false;
    if (text !== '' || document !== null) return true;
    const { signal } = this.#opening;
    this.#state.patch({ stage: 'opening' });
    try {
      this.paste((await readSource(session.api, session.id, signal)).join(''));
      return true;
    } catch (error) {
      if (!signal.aborted) this.#state.patch({ stage: 'reader', failure: failureCodeOf(error) });
      return false;
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
    this.#show(null, { text: '', document: null, format: 'plain', targetChosen: false, stage: 'desk' });
  }

  #stopOpening(): void {
    this.#opening.abort();
    this.#opening = new AbortController();
  }
}
