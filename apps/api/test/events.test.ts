import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import type { Client, ReceivedEvent } from './support/client.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi();

function longText(sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, i) => `Im Jahr ${i} kamen ${i * 7} Menschen in die Stadt.`,
  ).join('\n');
}

async function all(events: AsyncIterable<ReceivedEvent>): Promise<ReceivedEvent[]> {
  const received: ReceivedEvent[] = [];
  for await (const event of events) received.push(event);
  return received;
}

function segmentsOf(events: readonly ReceivedEvent[]): Segment[] {
  return events.flatMap(({ event }) => (event.event === 'segments' ? event.data.segments : []));
}

test('every segment arrives once, in order, in runs, and the stream ends with done', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate(longText(600));
  const events = await all(visitor.events(id));
  const segments = segmentsOf(events);
  expect(segments).toEqual(await visitor.segments(id));
  expect(segments.map(({ index }) => index)).toEqual(Array.from({ length: 600 }, (_, i) => i));
  expect(events.at(-1)?.event).toMatchObject({ event: 'done', data: { status: 'done', doneCount: 600 } });
  expect(events.length).toBeLessThan(60);
  for (const { id, event } of events) {
    if (event.event === 'segments') expect(id).toBe(event.data.segments.at(-1)?.index);
  }
});

test('a stream that is cut over and over still delivers each segment exactly once', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate(longText(700));
  const segments: Segment[] = [];
  let lastEventId: number | undefined;
  for (let ended = false; !ended; ) {
    const cut = new AbortController();
    try {
      for await (const received of visitor.events(id, lastEventId, cut.signal)) {
        segments.push(...segmentsOf([received]));
        lastEventId = received.id ?? lastEventId;
        if (received.event.event === 'segments') cut.abort();
        if (received.event.event === 'done') ended = true;
      }
    } catch (error) {
      if (!cut.signal.aborted) throw error;
    }
  }
  expect(segments.map(({ index }) => index)).toEqual(Array.from({ length: 700 }, (_, i) => i));
});

test('many readers of many translations', async () => {
  const readers: { visitor: Client; id: string }[] = [];
  for (let i = 0; i < 10; i++) {
    const visitor = api.visitor();
    const { id } = await visitor.translate(longText(50 + i));
    for (let k = 0; k < 10; k++) readers.push({ visitor, id });
  }
  const counts = await Promise.all(
    readers.map(async ({ visitor, id }) => segmentsOf(await all(visitor.events(id))).length),
  );
  expect(counts).toEqual(readers.map((_, i) => 50 + Math.floor(i / 10)));
});

test('a translation that is deleted ends its streams with a problem', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate(longText(2000));
  const events = visitor.events(id);
  // The stream is open before the translation is deleted on another connection.
  await events.next();
  await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE' });
  expect((await all(events)).at(-1)?.event).toMatchObject({
    event: 'problem',
    data: { code: 'translation_not_found' },
  });
});

test('HEAD of a stream is its headers alone, at once', async () => {
  const visitor = api.visitor();
  const { id } = await visitor.translate(longText(600));
  for (const [path, type] of [
    ['events', 'text/event-stream'],
    ['target', 'text/plain; charset=utf-8'],
  ]) {
    const response = await visitor.fetch(`/api/translations/${id}/${path}`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
  }
  await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE' });
  expect(api.log()).not.toMatch(/"level":50/);
});
