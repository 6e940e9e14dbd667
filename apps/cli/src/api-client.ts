import { createReadStream, openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { GlossaryEntry, Translation } from '@unlimited/contract';
import { readEvents, type StreamedEvent } from './event-stream.ts';
import { ServerError, toServerError } from './server-error.ts';

export interface ApiClientOptions {
  readonly server: URL;
  readonly key: string | undefined;
  readonly version: string;
  /** What the server gave this owner before. */
  readonly cookie?: string | undefined;
}

export interface TextOptions {
  readonly sourceLang: string;
  readonly targetLang: string;
  readonly format: string | undefined;
  readonly lineBreaks: string | undefined;
  readonly remembered: boolean;
  /** Media type of a document. */
  readonly documentType: string | undefined;
  readonly glossary: readonly GlossaryEntry[] | undefined;
}

const answerWithinMs = 60_000;

/** The API, as one owner of translations. Every call throws a ServerError, or the reason of its signal. */
export class ApiClient {
  readonly #options: ApiClientOptions;
  #cookie: string | undefined;

  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.#cookie = options.cookie;
  }

  /** By which the server knows this owner; with an API key there is none. */
  get cookie(): string | undefined {
    return this.#cookie;
  }

  /** Sends a file of any length. */
  async create(file: string, text: TextOptions, signal: AbortSignal): Promise<Translation> {
    const url = this.#url('translations');
    const { sourceLang, targetLang, format, lineBreaks, remembered, documentType, glossary } = text;
    const wishes = { sourceLang, targetLang, format, lineBreaks, keep: remembered ? undefined : 'false' };
    const said = Object.entries(wishes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const type = documentType ?? 'text/plain; charset=utf-8';
    const accept = { accept: 'application/json' };
    let response: Response;
    if (glossary === undefined) {
      for (const [name, value] of said) url.searchParams.set(name, value);
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream;
      const headers = { ...accept, 'content-type': type };
      response = await this.#send(url, { method: 'POST', headers, body, duplex: 'half' }, signal);
    } else {
      // The fields come first: what follows is read as it arrives.
      const body = new FormData();
      for (const [name, value] of said) body.set(name, value);
      body.set('glossary', JSON.stringify(glossary));
      const part = documentType === undefined ? 'text' : 'document';
      body.set(part, await openAsBlob(file, { type }), part);
      response = await this.#send(url, { method: 'POST', headers: accept, body }, signal);
    }
    return (await response.json()) as Translation;
  }

  /** Follows a translation from the segment after `lastIndex` to its end or that of the connection. */
  async *events(id: string, lastIndex: number, signal: AbortSignal): AsyncGenerator<StreamedEvent> {
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (lastIndex >= 0) headers['last-event-id'] = String(lastIndex);
    const response = await this.#send(this.#url(`translations/${id}/events`), { headers }, signal);
    if (response.body !== null) yield* readEvents(response.body);
  }

  /** The translated document, all of it. */
  async targetDocument(id: string, signal: AbortSignal): Promise<Uint8Array> {
    const response = await this.#send(this.#url(`translations/${id}/target`), {}, signal);
    return new Uint8Array(
      await response.arrayBuffer().catch((cause: unknown) => {
        signal.throwIfAborted();
        throw new ServerError('unreachable', 'The connection was lost', { cause });
      }),
    );
  }

  async remove(id: string, signal: AbortSignal): Promise<void> {
    await this.#send(this.#url(`translations/${id}`), { method: 'DELETE' }, within(signal));
  }

  #url(path: string): URL {
    return new URL(`api/${path}`, this.#options.server);
  }

  async #send(
    url: URL,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string>; duplex?: 'half' },
    signal: AbortSignal,
  ): Promise<Response> {
    const { key, version } = this.#options;
    const headers: Record<string, string> = {
      'user-agent': `unlimited-translation/${version}`,
      ...init.headers,
    };
    if (key !== undefined) headers.authorization = `Bearer ${key}`;
    else if (this.#cookie !== undefined) headers.cookie = this.#cookie;
    const response = await fetch(url, { ...init, headers, signal }).catch((cause: Error) => {
      throw new ServerError('unreachable', `No answer from ${url.origin}${reasonOf(cause)}`, { cause });
    });
    for (const line of response.headers.getSetCookie()) {
      const [cookie = ''] = line.split(';', 1);
      if (/^(__Host-)?owner=/.test(cookie)) this.#cookie = cookie;
    }
    if (!response.ok) throw await toServerError(response);
    return response;
  }
}

function within(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
}

function reasonOf({ cause }: Error): string {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return code === undefined ? '' : ` (${String(code)})`;
}
