import type { Problem, Segment, SegmentPage, Translation, TranslationEvent } from '@unlimited/contract';

export interface ReceivedEvent {
  readonly id: number | undefined;
  readonly event: TranslationEvent;
}

/** What a browser does, over real HTTP: remembers its cookie, reads event streams. */
export class Client {
  readonly url: string;
  #cookie: string | undefined;

  constructor(url: string) {
    this.url = url;
  }

  /** What is sent with every request; none before the first answer that sets it. */
  get cookie(): string | undefined {
    return this.#cookie;
  }

  /** The same visitor at another address of the service. */
  movedTo(url: string): Client {
    const client = new Client(url);
    client.#cookie = this.#cookie;
    return client;
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookie !== undefined) headers.set('cookie', this.#cookie);
    const response = await fetch(`${this.url}${path}`, { ...init, headers });
    this.#cookie = response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? this.#cookie;
    return response;
  }

  async json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await this.fetch(path, init)).json() as Promise<T>;
  }

  /** Posts as JSON. */
  post(body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch('/api/translations', { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Posts a text as such. */
  upload(
    text: string | Uint8Array | ReadableStream,
    query = 'sourceLang=de&targetLang=en',
    headers = {},
  ): Promise<Response> {
    return this.fetch(`/api/translations?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', ...headers },
      body: text,
      duplex: 'half',
    } as RequestInit);
  }

  /** Sends JSON with any method. */
  send(method: string, path: string, body: unknown): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.fetch(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Posts a request as JSON and waits until all of it is translated. */
  async translated(body: object): Promise<Translation> {
    const response = await this.post({ sourceLang: 'de', targetLang: 'en', ...body });
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    const { id } = (await response.json()) as Translation;
    await this.targetText(id);
    return this.json(`/api/translations/${id}`);
  }

  async translate(text: string): Promise<Translation> {
    const response = await this.upload(text);
    if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
    return response.json() as Promise<Translation>;
  }

  async problem(response: Response | Promise<Response>): Promise<Problem> {
    const { status, headers } = await response;
    const problem = (await (await response).json()) as Problem;
    if (headers.get('content-type') !== 'application/problem+json') throw new Error('not a problem document');
    if (problem.status !== status) throw new Error(`problem says ${problem.status}, response ${status}`);
    return problem;
  }

  targetText(id: string): Promise<string> {
    return this.fetch(`/api/translations/${id}/target`).then((response) => response.text());
  }

  async segments(id: string): Promise<Segment[]> {
    const segments: Segment[] = [];
    for (let from: number | null = 0; from !== null; ) {
      const page: SegmentPage = await this.json(`/api/translations/${id}/segments?from=${from}&limit=1000`);
      segments.push(...page.segments);
      from = page.nextFrom;
    }
    return segments;
  }

  async *events(id: string, lastEventId?: number, signal?: AbortSignal): AsyncGenerator<ReceivedEvent> {
    const headers: Record<string, string> =
      lastEventId === undefined ? {} : { 'last-event-id': `${lastEventId}` };
    const response = await this.fetch(`/api/translations/${id}/events`, { headers, signal: signal ?? null });
    if (response.status !== 200 || response.body === null) throw new Error(`${response.status}`);
    let buffer = '';
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (buffer + piece).split('\n\n');
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = parseEvent(block);
        if (event !== undefined) yield event;
      }
    }
  }
}

function parseEvent(block: string): ReceivedEvent | undefined {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const name = fields.get('event');
  if (name === undefined) return undefined;
  const id = fields.get('id');
  const event = { event: name, data: JSON.parse(fields.get('data') ?? '') } as TranslationEvent;
  return { id: id === undefined ? undefined : Number(id), event };
}
