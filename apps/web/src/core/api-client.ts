import type {
  LanguagePair,
  LanguagePairList,
  Segment,
  SegmentPage,
  ServiceStatus,
  Translation,
  TranslationList,
} from '@unlimited/contract';
import { ApiError, toApiError } from './api-error.ts';
import { readEvents, type StreamedEvent } from './event-stream.ts';

/** A text to translate: a string that is shown, or a file or long text that is sent as it is. */
export interface NewTranslation extends LanguagePair {
  readonly body: string | Blob;
  readonly keep: boolean;
}

/** Texts up to this many code units go as JSON, longer ones as a stream of any length. */
const longestJsonText = 100_000;
/** The most that one page of segments may hold. */
export const longestSegmentPage = 1000;

export type ApiClient = ReturnType<typeof createApiClient>;

/**
 * The API of the translator. Every call throws an {@link ApiError}, or the abort reason of its signal.
 *
 * @param baseUrl Address of the page, with the path prefix behind which it is served.
 */
export function createApiClient(
  baseUrl: string,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
) {
  const address = (path: string, query: Record<string, string | number | boolean | undefined> = {}) => {
    const url = new URL(`api/${path}`, baseUrl);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  };
  const send = async (url: URL, init: RequestInit & { signal?: AbortSignal }): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(url, init);
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new ApiError('unreachable', null, { cause });
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  };
  const ask = async <T>(url: URL, init: RequestInit & { signal?: AbortSignal } = {}): Promise<T> => {
    const response = await send(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
    if (response.status === 204) return undefined as T;
    return response.json().catch((cause: unknown) => {
      init.signal?.throwIfAborted();
      throw new ApiError('unexpected_answer', null, { cause });
    }) as Promise<T>;
  };

  return {
    languagePairs: async (signal: AbortSignal): Promise<readonly LanguagePair[]> =>
      (await ask<LanguagePairList>(address('languages'), { signal })).languagePairs,

    /** What the operator wants everybody to know, if anything. */
    statusMessage: async (signal: AbortSignal): Promise<string | null> =>
      (await ask<ServiceStatus>(address('status'), { signal })).message,

    create(
      { body, sourceLang, targetLang, keep }: NewTranslation,
      signal: AbortSignal,
    ): Promise<Translation> {
      if (typeof body === 'string' && body.length <= longestJsonText) {
        return ask(address('translations'), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ sourceText: body, sourceLang, targetLang, keep }),
          signal,
        });
      }
      return ask(address('translations', { sourceLang, targetLang, keep }), {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: typeof body === 'string' ? new Blob([body]) : body,
        signal,
      });
    },

    find: (id: string, signal: AbortSignal): Promise<Translation> =>
      ask(address(`translations/${id}`), { signal }),

    segments: async (id: string, from: number, limit: number, signal: AbortSignal): Promise<SegmentPage> =>
      ask(address(`translations/${id}/segments`, { from, limit }), { signal }),

    /** Follows a translation from the segment after `lastIndex`; ends when the connection does. */
    async *events(id: string, lastIndex: number | null, signal: AbortSignal): AsyncGenerator<StreamedEvent> {
      const headers: Record<string, string> = { accept: 'text/event-stream' };
      if (lastIndex !== null && lastIndex >= 0) headers['last-event-id'] = String(lastIndex);
      const response = await send(address(`translations/${id}/events`), {
        headers,
        signal,
        cache: 'no-store',
      });
      if (response.body === null) throw new ApiError('unexpected_answer');
      yield* readEvents(response.body);
    },

    cancel: (id: string): Promise<Translation> =>
      ask(address(`translations/${id}/cancel`), { method: 'POST' }),
    remove: (id: string): Promise<void> =>
      ask(address(`translations/${id}`), { method: 'DELETE', keepalive: true }),
    removeAll: (): Promise<void> => ask(address('translations'), { method: 'DELETE' }),

    list: (
      query: { q?: string; before?: string; limit?: number },
      signal: AbortSignal,
    ): Promise<TranslationList> => ask(address('translations', query), { signal }),

    /** Where the translated text can be downloaded, whatever its length. */
    targetAddress: (id: string): string => address(`translations/${id}/target`).href,

    /** The translated text as a whole. */
    targetText: async (id: string): Promise<string> =>
      (await send(address(`translations/${id}/target`), {})).text(),

    /** Every segment in order, read page by page. */
    async *allSegments(id: string, signal: AbortSignal): AsyncGenerator<readonly Segment[]> {
      for (let from: number | null = 0; from !== null; ) {
        const page: SegmentPage = await ask(
          address(`translations/${id}/segments`, { from, limit: longestSegmentPage }),
          { signal },
        );
        yield page.segments;
        from = page.nextFrom;
      }
    },
  };
}
