import type { TranslationEvent } from '@unlimited/contract';
import { createParser } from 'eventsource-parser';
import { ApiError } from './api-error.ts';

/** An event of a translation with the index of the last segment that was delivered, once there is one. */
export type StreamedEvent = TranslationEvent & { readonly lastIndex: number | null };

/** The API sends a comment every 15 s: longer silence is a dead connection that nobody reported. */
const longestSilenceMs = 40_000;

/**
 * Reads server-sent events from an answer. A stream read by `fetch` shows what `EventSource` hides: the status and
 * problem of a refusal, and where to begin.
 *
 * @throws ApiError `unreachable` when the connection breaks or falls silent.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const arrived: StreamedEvent[] = [];
  const parser = createParser({
    onEvent({ event, id, data }) {
      const lastIndex = id === undefined || !/^\d+$/.test(id) ? null : Number(id);
      arrived.push({ event, data: JSON.parse(data), lastIndex } as StreamedEvent);
    },
  });
  const reader = body.pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>).getReader();
  try {
    for (;;) {
      const { done, value } = await withinSilence(reader.read());
      if (done) return;
      parser.feed(value);
      yield* arrived.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function withinSilence<T>(read: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiError('unreachable')), longestSilenceMs);
  });
  try {
    return await Promise.race([read, silence]);
  } catch (cause) {
    if (cause instanceof ApiError || (cause instanceof DOMException && cause.name === 'AbortError'))
      throw cause;
    throw new ApiError('unreachable', null, { cause });
  } finally {
    clearTimeout(timer);
  }
}
