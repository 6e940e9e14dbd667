import type { TranslationEvent } from '@unlimited/contract';

/** An event with the index of its last segment; `undefined` for events without segments. A comment keeps awake. */
export type StreamedEvent = {
  readonly index: number | undefined;
  readonly event: TranslationEvent | undefined;
};

/** The events of a stream of server-sent events, and one without content for each sign of life. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const piece of body) {
    buffer += decoder.decode(piece, { stream: true });
    const blocks = buffer.split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) yield parseBlock(block);
  }
}

function parseBlock(block: string): StreamedEvent {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const at = line.indexOf(':');
    if (at > 0) fields.set(line.slice(0, at), line.slice(at + 1).replace(/^ /, ''));
  }
  const [name, data, id] = [fields.get('event'), fields.get('data'), fields.get('id')];
  if (name === undefined || data === undefined) return { index: undefined, event: undefined };
  return {
    index: id === undefined ? undefined : Number(id),
    event: { event: name, data: JSON.parse(data) } as TranslationEvent,
  };
}
