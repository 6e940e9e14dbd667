import { expect, test } from 'vitest';
import { readEvents, type StreamedEvent } from './event-stream.ts';

const text =
  'retry: 1000\n\n: still here\n\nid: 1\nevent: segments\ndata: {"segments":[{"index":0},{"index":1}]}\n\n' +
  'event: progress\ndata: {"status":"running","excerpt":"Äpfel 🍏"}\n\nevent: done\ndata: {"status":"done"}\n\n';

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });
}

async function read(pieces: Uint8Array[]): Promise<StreamedEvent[]> {
  const events: StreamedEvent[] = [];
  for await (const event of readEvents(streamOf(pieces))) events.push(event);
  return events;
}

test('events are the same however the bytes arrive', async () => {
  const bytes = new TextEncoder().encode(text);
  const whole = await read([bytes]);
  expect(whole.map(({ event, lastIndex }) => [event, lastIndex])).toEqual([
    ['segments', 1],
    ['progress', null],
    ['done', null],
  ]);
  for (let length = 1; length < bytes.length; length += 7) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += length) pieces.push(bytes.subarray(at, at + length));
    expect(await read(pieces)).toEqual(whole);
  }
});

test('a stream that breaks is an unreachable service', async () => {
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('event: progress\ndata: {}\n\n'));
    },
    pull(controller) {
      controller.error(new TypeError('network error'));
    },
  });
  const events: string[] = [];
  const reading = (async () => {
    for await (const { event } of readEvents(broken)) events.push(event);
  })();
  await expect(reading).rejects.toMatchObject({ code: 'unreachable' });
});

test('an event that was cut off is not delivered', async () => {
  const cut = new TextEncoder().encode(`${text}event: progress\ndata: {"sta`);
  expect(await read([cut])).toHaveLength(3);
});
