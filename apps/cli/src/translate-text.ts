import type { Segment, Translation } from '@unlimited/contract';
import type { ApiClient, TextOptions } from './api-client.ts';
import { comesBackWhole } from './document-types.ts';
import { CommandError, exitCodes } from './exit-code.ts';
import type { Patience } from './patience.ts';
import { ServerError } from './server-error.ts';
import type { TextSink } from './text-sink.ts';

/** Without a sign of life for so long, which come every 15 s, a connection is dead. */
const silentMs = 60_000;

export interface TranslateTextOptions {
  readonly client: ApiClient;
  readonly text: TextOptions;
  /** What is sent if the server does not have it yet. */
  readonly file: string;
  /** Of an earlier run. */
  readonly knownId: string | undefined;
  readonly sink: TextSink;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly onStored: (translation: Translation) => void;
  readonly onProgress: (translation: Translation) => void;
}

/**
 * Has a text translated and writes it as it comes: every segment once and in order, over as many connections as it takes.
 * Returns the last state of the translation.
 */
export async function translateText(options: TranslateTextOptions): Promise<Translation> {
  const { client, text, file, sink, patience, signal, onStored } = options;
  const reader = new SegmentReader(options);
  let id = options.knownId;
  for (;;) {
    if (id === undefined) {
      const translation = await patience.until(() => client.create(file, text, signal));
      onStored(translation);
      id = translation.id;
    }
    const ended = await reader.follow(id);
    if (ended?.status === 'done') {
      const done = id;
      if (comesBackWhole(text.documentType)) {
        await sink.write(await patience.until(() => client.targetDocument(done, signal)));
      }
      return ended;
    }
    // Removed or given up on the server meanwhile: again from the first, and written on from where we are.
    if (options.knownId !== id)
      throw new CommandError(exitCodes.failed, 'The translation was stopped on the server.');
    id = undefined;
  }
}

/** Writes the segments of a translation, going on where it was after each lost connection. */
class SegmentReader {
  readonly #options: TranslateTextOptions;
  readonly #isWhole: boolean;
  #lastIndex = -1;

  constructor(options: TranslateTextOptions) {
    this.#options = options;
    this.#isWhole = comesBackWhole(options.text.documentType);
  }

  /** Reads to the end; `undefined` when the server has no such translation, or will not end it. */
  async follow(id: string): Promise<Translation | undefined> {
    const { patience } = this.#options;
    for (;;) {
      try {
        const ended = await this.#read(id);
        if (ended !== undefined) return ended;
        throw new ServerError('unreachable', 'The connection ended');
      } catch (error) {
        if (error instanceof ServerError && /^translation_(not_found|failed)$/.test(error.code))
          return undefined;
        await patience.wait(error);
      }
    }
  }

  async #read(id: string): Promise<Translation | undefined> {
    const { client, patience, signal, onProgress } = this.#options;
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), silentMs);
    try {
      for await (const { event } of client.events(
        id,
        this.#lastIndex,
        AbortSignal.any([signal, silence.signal]),
      )) {
        timer.refresh();
        patience.progress();
        if (event?.event === 'segments') await this.#write(event.data.segments);
        if (event?.event === 'progress') onProgress(event.data);
        if (event?.event === 'problem') throw new ServerError(event.data.code, event.data.title);
        if (event?.event === 'done') return event.data;
      }
      return undefined;
    } catch (error) {
      if (error instanceof ServerError || error instanceof CommandError) throw error;
      signal.throwIfAborted();
      throw new ServerError('unreachable', 'The connection was lost', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  async #write(segments: readonly Segment[]): Promise<void> {
    for (const { index, targetText, gap } of segments) {
      if (index <= this.#lastIndex) continue;
      // A document is written when all of it is there.
      if (!this.#isWhole) await this.#options.sink.write(`${targetText ?? ''}${gap}`);
      this.#lastIndex = index;
    }
  }
}
