import { Client } from '../test/support/client.ts';
import { germanText } from '../test/support/german-text.ts';
import { type Figure, percentile } from './figures.ts';

export interface ShortTextsOptions {
  readonly url: string;
  readonly clients: number;
  readonly seconds: number;
}

type Kind = 'text in, text out' | 'JSON and events' | 'history' | 'languages';

export interface ShortTexts {
  readonly latenciesMs: Readonly<Record<Kind, number[]>>;
  readonly characters: number;
  /** Answers 429 and 503 with `Retry-After`. */
  readonly putOff: number;
  /** Everything else that is no success. */
  readonly errors: readonly string[];
}

const longestWaitMs = 5000;

/** Clients that each do one thing after another for a while: texts of a sentence to a page, none of them twice. */
export async function shortTexts({ url, clients, seconds }: ShortTextsOptions): Promise<ShortTexts> {
  const latenciesMs: Record<Kind, number[]> = {
    'text in, text out': [],
    'JSON and events': [],
    history: [],
    languages: [],
  };
  const errors: string[] = [];
  let [characters, putOff] = [0, 0];
  const until = performance.now() + seconds * 1000;
  const live = async (number: number) => {
    const visitor = new Client(url);
    for (let turn = 0; performance.now() < until; turn++) {
      const seed = number * 1000 + turn;
      const kind = (['text in, text out', 'JSON and events', 'history', 'languages'] as const)[
        turn % 4
      ] as Kind;
      const text = germanText(60 + ((seed * 7919) % 1500), seed);
      const beganAt = performance.now();
      try {
        await act(visitor, kind, text);
        latenciesMs[kind].push(performance.now() - beganAt);
        if (kind.includes('text') || kind.includes('JSON')) characters += text.length;
      } catch (error) {
        if (!(error instanceof PutOff)) errors.push(`${kind}: ${String(error)}`);
        else putOff++;
        const waitMs = error instanceof PutOff ? error.retryAfterMs : 1000;
        await new Promise((resolve) => setTimeout(resolve, Math.min(waitMs, longestWaitMs)));
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => live(number + 1)));
  return { latenciesMs, characters, putOff, errors };
}

export function describeLatencies({ latenciesMs }: ShortTexts): Figure[] {
  return Object.entries(latenciesMs).flatMap(([kind, times]) => [
    { name: `${kind}: answered`, value: times.length },
    { name: `${kind}: p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `${kind}: p95`, value: percentile(times, 0.95), unit: 'ms' },
    { name: `${kind}: p99`, value: percentile(times, 0.99), unit: 'ms' },
  ]);
}

/** Asked to come back later. */
class PutOff extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('put off');
    this.retryAfterMs = retryAfterMs;
  }
}

async function act(visitor: Client, kind: Kind, text: string): Promise<void> {
  switch (kind) {
    case 'text in, text out': {
      const response = await checked(visitor.upload(text, undefined, { accept: 'text/plain' }));
      if ((await response.text()).trim() === '') throw new Error('no text came back');
      return;
    }
    case 'JSON and events': {
      const response = await checked(visitor.post({ sourceText: text, sourceLang: 'de', targetLang: 'en' }));
      const { id, segmentCount } = (await response.json()) as { id: string; segmentCount: number };
      const events = await checked(visitor.fetch(`/api/translations/${id}/events`));
      const stream = await events.text();
      if (!stream.includes('event: done')) throw new Error('the stream did not end with done');
      const segments = [...stream.matchAll(/"index":/g)].length;
      if (segments !== segmentCount) throw new Error(`${segments} of ${segmentCount} segments came`);
      return;
    }
    case 'history':
      await (await checked(visitor.fetch('/api/translations?limit=10'))).json();
      return;
    case 'languages':
      await (await checked(visitor.fetch('/api/languages'))).json();
  }
}

async function checked(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  if (response.ok) return response;
  const retryAfter = Number(response.headers.get('retry-after'));
  const body = await response.text();
  if ((response.status === 429 || response.status === 503) && retryAfter > 0)
    throw new PutOff(retryAfter * 1000);
  throw new Error(`${response.status} ${body}`);
}
