import type {
  Alternatives,
  LanguagePair,
  LanguagePairList,
  Segment,
  SegmentEdit,
  SegmentPage,
  ServiceStatus,
  Share,
  ShareList,
  Translation,
  TranslationList,
} from '@unlimited/contract';
import { ApiError, toApiError } from './api-error.ts';
import { isDocumentBody } from './document-types.ts';
import { readEvents, type StreamedEvent } from './event-stream.ts';
import type { TranslationOptions } from './translation-options.ts';

/** A text to translate: a string that is shown, or a file or long text that is sent as it is. */
export interface NewTranslation extends LanguagePair, TranslationOptions {
  readonly body: string | Blob;
  readonly keep: boolean;
}

/** Texts up to this many code units go as JSON, longer ones as a stream of any length. */
const longestJsonText = 100_000;
/** The most that one page of segments may hold. */
export const longestSegmentPage = 1000;

interface CallInit extends Omit<RequestInit, 'headers' | 'signal'> {
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Record<string, string>;
}

export interface ApiClient extends ReturnType<typeof createCalls> {
  /** The same service for a translation of somebody else, which a link opens to be read. */
  sharedBy(shareToken: string): ApiClient;
}

/**
 * The API of the translator. Every call throws an {@link ApiError}, or the abort reason of its signal.
 *
 * @param baseUrl Address of the page, with the path prefix behind which it is served.
 */
export function createApiClient(
  baseUrl: string,
  fetch: typeof globalThis.fetch = globalThis.fetch.bind(globalThis),
): ApiClient {
  const client = (shareToken: string | null): ApiClient => ({
    ...createCalls(baseUrl, fetch, shareToken),
    sharedBy: client,
  });
  return client(null);
}

function createCalls(baseUrl: string, fetch: typeof globalThis.fetch, shareToken: string | null) {
  const address = (path: string, query: Record<string, string | number | boolean | undefined> = {}) => {
    const url = new URL(`api/${path}`, baseUrl);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, String(value));
    }
    return url;
  };
  const shareHeader: Record<string, string> = shareToken === null ? {} : { 'x-share-token': shareToken };
  const send = async (url: URL, init: CallInit): Promise<Response> => {
    let response: Response;
    try {
      response = await fetch(url, {
        ...init,
        headers: { ...init.headers, ...shareHeader },
        signal: init.signal ?? null,
      });
    } catch (cause) {
      init.signal?.throwIfAborted();
      throw new ApiError('unreachable', null, { cause });
    }
    if (!response.ok) throw await toApiError(response);
    return response;
  };
  const ask = async <T>(url: URL, init: CallInit = {}): Promise<T> => {
    const response = await send(url, { ...init, headers: { accept: 'application/json', ...init.headers } });
    if (response.status === 204) return undefined as T;
    return response.json().catch((cause: unknown) => {
      init.signal?.throwIfAborted();
      throw new ApiError('unexpected_answer', null, { cause });
    }) as Promise<T>;
  };

  return {
    /** Set where a link is what opens the translation. */
    shareToken,

    languages: (signal: AbortSignal): Promise<LanguagePairList> => ask(address('languages'), { signal }),

    /** What everybody should know of the service. */
    status: (): Promise<ServiceStatus> => ask(address('status')),

    create({ body, ...order }: NewTranslation, signal?: AbortSignal): Promise<Translation> {
      if (typeof body === 'string' && body.length <= longestJsonText) {
        const request = { sourceText: body, ...fieldsOf(order) };
        return ask(address('translations'), { ...json('POST', request), signal });
      }
      const text = typeof body === 'string' ? new Blob([body]) : body;
      const isFile = isDocumentBody(body);
      const { glossary, ...query } = fieldsOf(isFile ? { ...order, format: 'plain' } : order);
      if (glossary === undefined) {
        return ask(address('translations', query), {
          method: 'POST',
          headers: { 'content-type': isFile ? body.type : 'text/plain; charset=utf-8' },
          body: text,
          signal,
        });
      }
      // A glossary is text, which has no place in an address. The fields come first: the text is read as it arrives.
      const form = new FormData();
      for (const [name, value] of Object.entries(query)) form.set(name, String(value));
      form.set('glossary', JSON.stringify(glossary));
      if (isFile) form.set('document', body, 'document');
      else form.set('text', new Blob([text], { type: 'text/plain;charset=utf-8' }), 'text');
      return ask(address('translations'), { method: 'POST', body: form, signal });
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
    resume: (id: string): Promise<Translation> =>
      ask(address(`translations/${id}/resume`), { method: 'POST' }),
    rename: (id: string, title: string | null): Promise<Translation> =>
      ask(address(`translations/${id}`), json('PATCH', { title })),
    remove: (id: string): Promise<void> =>
      ask(address(`translations/${id}`), { method: 'DELETE', keepalive: true }),
    removeAll: (): Promise<void> => ask(address('translations'), { method: 'DELETE' }),

    list: (
      query: { q?: string; before?: string; limit?: number },
      signal: AbortSignal,
    ): Promise<TranslationList> => ask(address('translations', query), { signal }),

    /** A link by which others may read a translation for a time. */
    share: (id: string, expiresInHours: number): Promise<Share> =>
      ask(address(`translations/${id}/shares`), json('POST', { expiresInHours })),
    shares: (id: string, signal: AbortSignal): Promise<ShareList> =>
      ask(address(`translations/${id}/shares`), { signal }),
    endShares: (id: string): Promise<void> => ask(address(`translations/${id}/shares`), { method: 'DELETE' }),

    /** Puts a reader's own words in the place of a translated sentence. */
    editSegment: (id: string, index: number, edit: SegmentEdit): Promise<Segment> =>
      ask(address(`translations/${id}/segments/${index}`), json('PUT', edit)),
    /** Other translations of a sentence, the likeliest first. */
    alternatives: async (id: string, index: number, limit: number, signal: AbortSignal) =>
      (
        await ask<Alternatives>(address(`translations/${id}/segments/${index}/alternatives`, { limit }), {
          signal,
        })
      ).alternatives,

    /** Where the translated text can be downloaded, whatever its length. */
    targetAddress: (id: string): string => address(`translations/${id}/target`).href,

    /** The translated text as a file, for those whom the browser's own download would not let in, or name as they wish. */
    targetFile: async (id: string): Promise<Blob> =>
      (await send(address(`translations/${id}/target`), {})).blob(),

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

function json(method: string, body: object): CallInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** What an order says beside its text; what is not said is as usual. */
function fieldsOf({
  sourceLang,
  targetLang,
  keep,
  format,
  lineBreaks,
  glossary,
}: Omit<NewTranslation, 'body'>) {
  return {
    sourceLang,
    targetLang,
    keep,
    ...(format === 'plain' ? {} : { format }),
    ...(format === 'plain' && lineBreaks === 'keep' ? { lineBreaks } : {}),
    ...(glossary.length === 0 ? {} : { glossary }),
  };
}
