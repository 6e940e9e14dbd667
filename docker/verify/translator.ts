import { setTimeout as delay } from 'node:timers/promises';

export interface Translation {
  readonly id: string;
  readonly status: string;
  readonly segmentCount: number;
  readonly doneCount: number;
}

/** A reader of the service, with the cookie that makes its translations its own. */
export class Translator {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** Translates a short text in one request. */
  async translate(sourceText: string): Promise<string> {
    const answer = await this.#fetch('/api/translations', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/plain' },
      body: JSON.stringify({ sourceText, sourceLang: 'de', targetLang: 'en' }),
    });
    return answer.text();
  }

  /** Sends a text as a stream, as a long one is sent. */
  async upload(text: string): Promise<Translation> {
    const answer = await this.#fetch('/api/translations?sourceLang=de&targetLang=en', {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: new Blob([text]).stream(),
      duplex: 'half',
    } as RequestInit);
    return (await answer.json()) as Translation;
  }

  async find(id: string): Promise<Translation> {
    return (await (await this.#fetch(`/api/translations/${id}`)).json()) as Translation;
  }

  /** Waits for the end through everything that a reader would sit out: a database or an API that is away. */
  async waitUntilDone(id: string, timeoutMs: number, meanwhile = async () => {}): Promise<Translation> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const translation = await this.find(id).catch(() => undefined);
      if (translation && !['queued', 'running'].includes(translation.status)) return translation;
      if (Date.now() > end) throw new Error(`not done after ${timeoutMs} ms: ${JSON.stringify(translation)}`);
      await meanwhile();
      await delay(500);
    }
  }

  async targetText(id: string): Promise<string> {
    return (await this.#fetch(`/api/translations/${id}/target`)).text();
  }

  /** Names of the events until `enough` says so, each as it arrives. */
  async events(id: string, enough: (name: string) => boolean): Promise<string[]> {
    const leave = new AbortController();
    const answer = await this.#fetch(`/api/translations/${id}/events`, { signal: leave.signal });
    const names: string[] = [];
    try {
      for await (const piece of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
        for (const [, name = ''] of piece.matchAll(/^event: (\w+)$/gm)) {
          names.push(name);
          if (enough(name)) return names;
        }
      }
      return names;
    } finally {
      leave.abort();
    }
  }

  async #fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), cookie: this.#cookie };
    const answer = await fetch(this.#url + path, { signal: AbortSignal.timeout(120_000), ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    this.#cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.#cookie;
    return answer;
  }
}
