import type { Translation } from '@unlimited/contract';
import type { ApiClient } from './api-client.ts';
import { type FailureCode, failureCodeOf } from './api-error.ts';
import { persist, type Waiting } from './persist.ts';
import { createStore, type Readable } from './store.ts';

export interface HistoryState {
  readonly query: string;
  /** `null` until the first page arrived. */
  readonly entries: readonly Translation[] | null;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly waiting: Waiting | null;
  readonly failure: FailureCode | null;
}

export interface History extends Readable<HistoryState> {
  /** Reads the first page anew. */
  load(): Promise<void>;
  loadMore(): Promise<void>;
  search(query: string): void;
  /** Gives a translation a name of the reader's; an empty one takes it away. */
  rename(id: string, title: string): Promise<void>;
  remove(id: string): Promise<void>;
  removeAll(): Promise<void>;
}

const typingPauseMs = 200;
/** The most that the service searches for. */
export const longestQuery = 200;
/** The longest name that it takes. */
export const longestTitle = 200;

/** One's own translations, newest first. */
export function createHistory(api: ApiClient): History {
  const state = createStore<HistoryState>({
    query: '',
    entries: null,
    hasMore: false,
    loading: false,
    waiting: null,
    failure: null,
  });
  const onWait = (waiting: Waiting | null) => state.patch({ waiting });
  let nextBefore: string | null = null;
  let abort = new AbortController();
  let typing: ReturnType<typeof setTimeout> | undefined;

  const read = async (before: string | null) => {
    abort.abort();
    abort = new AbortController();
    const { signal } = abort;
    const q = state.get().query.trim();
    state.patch({ loading: true, failure: null });
    try {
      const query = { ...(q === '' ? {} : { q }), ...(before === null ? {} : { before }) };
      const page = await persist(() => api.list(query, signal), { signal, onWait });
      nextBefore = page.nextBefore;
      const earlier = before === null ? [] : (state.get().entries ?? []);
      state.patch({
        entries: [...earlier, ...page.translations],
        hasMore: nextBefore !== null,
        loading: false,
        waiting: null,
      });
    } catch (error) {
      if (!signal.aborted) state.patch({ failure: failureCodeOf(error), loading: false, waiting: null });
    }
  };

  return {
    get: state.get,
    subscribe: state.subscribe,
    load() {
      clearTimeout(typing);
      return read(null);
    },
    async loadMore() {
      if (nextBefore !== null && !state.get().loading) await read(nextBefore);
    },
    search(query) {
      state.patch({ query: query.slice(0, longestQuery), loading: true });
      clearTimeout(typing);
      typing = setTimeout(() => void read(null), typingPauseMs);
    },
    async rename(id, title) {
      try {
        const renamed = await api.rename(id, title.trim() || null);
        state.patch({
          entries: state.get().entries?.map((entry) => (entry.id === id ? renamed : entry)) ?? null,
          failure: null,
        });
      } catch (error) {
        state.patch({ failure: failureCodeOf(error) });
        throw error;
      }
    },
    async remove(id) {
      try {
        await api.remove(id);
      } catch (error) {
        if (failureCodeOf(error) !== 'translation_not_found') {
          state.patch({ failure: failureCodeOf(error) });
          throw error;
        }
      }
      state.patch({ entries: state.get().entries?.filter((entry) => entry.id !== id) ?? null });
    },
    async removeAll() {
      try {
        await api.removeAll();
        nextBefore = null;
        state.patch({ entries: [], hasMore: false, query: '' });
      } catch (error) {
        state.patch({ failure: failureCodeOf(error) });
        throw error;
      }
    },
  };
}

export interface DayGroup {
  /** Local midnight that began the day, in milliseconds since the epoch. */
  readonly day: number;
  readonly entries: readonly Translation[];
}

/** Entries by the local day of their creation, in the order given. */
export function groupByDay(entries: readonly Translation[]): DayGroup[] {
  const groups = Map.groupBy(entries, ({ createdAt }) => new Date(createdAt).setHours(0, 0, 0, 0));
  return [...groups].map(([day, entries]) => ({ day, entries }));
}
