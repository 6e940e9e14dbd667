import type { SegmentEdit, Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { ApiError, type FailureCode, failureCodeOf } from './api-error.ts';
import type { EditNews } from './edit-news.ts';
import type { StreamedEvent } from './event-stream.ts';
import { createPaceMeter, type Pace } from './pace.ts';
import { delay, persist, type Waiting, waitOut } from './persist.ts';
import { createSegmentCache, type SegmentCache } from './segment-cache.ts';
import { createStore, type Readable } from './store.ts';

export interface SessionState {
  /** `null` until the service answered. */
  readonly translation: Translation | null;
  /** Set while the connection is lost or the service is busy; the session goes on by itself. */
  readonly waiting: Waiting | null;
  /** Why the session ended before the translation did. */
  readonly failure: FailureCode | null;
  readonly pace: Pace | null;
}

export interface TranslationSession extends Readable<SessionState> {
  readonly id: string;
  /** What it is read with: as its owner, or by a link. */
  readonly api: ApiClient;
  /** It is somebody else's, and only to be read. */
  readonly isShared: boolean;
  readonly segments: SegmentCache;
  /** Says which sections are in sight, so that they are loaded and kept fresh. */
  look(firstSection: number, lastSection: number): void;
  /** Stops the translation until it is resumed; what is finished stays. Resolves to its state, `done` if it was faster. */
  pause(): Promise<Translation>;
  /** Goes on with a translation that was stopped. */
  resume(): Promise<void>;
  /** Puts a reader's own words in the place of a translated sentence. */
  edit(index: number, edit: SegmentEdit): Promise<void>;
  /** Looks whether another device, or whoever else may, edited it since it was done. */
  renew(): Promise<void>;
  /** Ends all requests of this session; the translation itself goes on. */
  close(): void;
}

const refreshMs = 1500;
const reconnectMs = 500;

export function isOver({ status }: Translation): boolean {
  return status === 'done' || status === 'cancelled' || status === 'failed';
}

/** Follows one translation until it is over, through lost connections and restarts of the service. */
export function followTranslation(
  api: ApiClient,
  id: string,
  editNews: EditNews,
  known: Translation | null = null,
): TranslationSession {
  const abort = new AbortController();
  const { signal } = abort;
  const state = createStore<SessionState>({ translation: known, waiting: null, failure: null, pace: null });
  const onWait = (waiting: Waiting | null) => state.patch({ waiting });
  let pace = createPaceMeter();
  let following = false;
  let resumedMeanwhile = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  let sight: readonly [number, number] = [0, 0];
  let lastIndex: number | null = null;

  const segments = createSegmentCache(async (from, limit) => {
    const page = await persist(() => api.segments(id, from, limit, signal), { signal, onWait });
    return page.segments;
  });
  const refresh = () => segments.want(...sight, { refresh: true });

  const update = (translation: Translation) => {
    pace.observe(translation.doneCount, Date.now());
    state.patch({ translation, waiting: null, pace: pace.estimate(translation.segmentCount, Date.now()) });
  };

  const take = ({ event, data, lastIndex: index }: StreamedEvent) => {
    if (event === 'segments') {
      lastIndex = index ?? data.segments.at(-1)?.index ?? lastIndex;
      segments.put(data.segments);
    } else if (event === 'edited') {
      segments.replace(data.segments);
    } else if (event === 'problem') {
      throw new ApiError(data.code as FailureCode);
    } else {
      update(data);
    }
  };

  const follow = async () => {
    for (let attempt = 0; ; ) {
      try {
        for await (const event of api.events(id, lastIndex, signal)) {
          attempt = 0;
          take(event);
          if (event.event === 'done') return;
        }
        await delay(reconnectMs, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof ApiError) || !error.isPassing) throw error;
        await waitOut(error, attempt++, { signal, onWait });
      }
    }
  };

  const run = async (first: Translation | null) => {
    following = true;
    timer = setInterval(tick, refreshMs);
    try {
      for (let translation = first; ; translation = null) {
        translation ??= await persist(() => api.find(id, signal), { signal, onWait });
        update(translation);
        if (isOver(translation)) return;
        // What is done is loaded where it is looked at; the stream tells what comes next.
        lastIndex ??= translation.doneCount > 0 ? translation.doneCount - 1 : null;
        await follow();
        refresh();
        if (!resumedMeanwhile) return;
        resumedMeanwhile = false;
      }
    } catch (error) {
      if (signal.aborted) return;
      const { translation } = state.get();
      if (translation !== null && failureCodeOf(error) === 'translation_failed') {
        state.patch({ translation: { ...translation, status: 'failed' } });
      }
      state.patch({ failure: failureCodeOf(error), waiting: null });
    } finally {
      clearInterval(timer);
      following = false;
    }
  };

  const tick = () => {
    const { translation } = state.get();
    if (translation === null) return;
    state.patch({ pace: pace.estimate(translation.segmentCount, Date.now()) });
    if (segments.hasUnfinished(...sight)) refresh();
  };
  // How many sentences are left to check; if it cannot be had, it will come with the next answer.
  const count = () => api.find(id, signal).then(update, () => undefined);
  const unfollow = editNews.follow(id, (segment) => {
    segments.replace([segment]);
    void count();
  });
  void run(known);

  return {
    id,
    api,
    isShared: api.shareToken !== null,
    get: state.get,
    subscribe: state.subscribe,
    segments,
    look(firstSection, lastSection) {
      sight = [firstSection, lastSection];
      const { translation } = state.get();
      // While it goes on, the timer asks again for what is unfinished.
      segments.want(firstSection, lastSection, { refresh: translation !== null && isOver(translation) });
    },
    async pause() {
      const translation = await persist(() => api.cancel(id), { signal, onWait });
      update(translation);
      refresh();
      return translation;
    },
    async resume() {
      const translation = await persist(() => api.resume(id), { signal, onWait });
      pace = createPaceMeter();
      update(translation);
      // The stream that told of the end may not have ended itself yet.
      if (following) resumedMeanwhile = true;
      else void run(translation);
    },
    async edit(index, edit) {
      const segment = await api.editSegment(id, index, edit);
      segments.replace([segment]);
      editNews.tell(id, segment);
      await count();
    },
    async renew() {
      const { translation } = state.get();
      // While it goes on, the stream tells.
      if (translation === null || !isOver(translation)) return;
      segments.renew(...sight);
      await count();
    },
    close() {
      clearInterval(timer);
      unfollow();
      abort.abort();
    },
  };
}
