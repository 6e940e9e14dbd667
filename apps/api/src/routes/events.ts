import { toProblem } from '@unlimited/contract';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { asProblemError } from '../plugins/problem-details.ts';
import { type Reading, readTranslation } from '../services/read-translation.ts';
import type { Services } from '../services/services.ts';
import { TranslationParams } from './own-translation.ts';
import { readableTranslation, whileReadable } from './readable-translation.ts';
import { streamReply } from './stream-reply.ts';
import { toTranslation } from './to-translation.ts';

import type { TypedApp } from './typed-app.ts';

const heartbeatMs = 15_000;

const schema = {
  params: TranslationParams,
  querystring: Type.Object({
    lastEventId: Type.Optional(
      Type.Integer({
        minimum: -1,
        maximum: 0x7fffffff,
        description:
          'As the header of this name, for a first connection, where EventSource cannot set headers',
      }),
    ),
  }),
};

/** `GET /api/translations/:id/events`: server-sent events, resumable at every segment. */
export function eventRoutes(app: TypedApp, services: Services): void {
  app.get('/api/translations/:id/events', { schema }, async (request, reply) => {
    const readable = await readableTranslation(services, request);
    const { id } = readable.record;
    const from = lastEventId(request, request.query.lastEventId) + 1;
    reply
      .type('text/event-stream')
      .header('cache-control', 'no-store, no-transform')
      .header('x-accel-buffering', 'no');
    return streamReply(services, reply, { owner: readable.reader, caller: request.caller }, (signal) => {
      const readings = readTranslation(services, { id, from, idleMs: heartbeatMs, signal });
      return toEvents(whileReadable(services, request, readable, readings), services.closing, request);
    });
  });
}

function lastEventId(request: FastifyRequest, fromQuery = -1): number {
  const header = request.headers['last-event-id'];
  return typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : fromQuery;
}

async function* toEvents(
  readings: AsyncIterable<Reading>,
  closing: AbortSignal,
  { log }: FastifyRequest,
): AsyncGenerator<string> {
  yield 'retry: 1000\n\n';
  try {
    for await (const reading of readings) yield toEvent(reading);
    // Not an end: the reader comes back, to another replica or to the next process.
    if (closing.aborted) yield ': restarting\n\n';
  } catch (error) {
    const { code, detail, cause } = asProblemError(error);
    // The database is away: the reader comes back by itself and goes on where it was.
    if (code === 'unavailable') return;
    if (code === 'internal') log.error({ err: cause }, 'event stream failed');
    yield format('problem', toProblem(code, detail));
  }
}

function toEvent(reading: Reading): string {
  switch (reading.kind) {
    case 'segments':
      return format('segments', { segments: reading.segments }, reading.segments.at(-1)?.index);
    case 'edited':
      return format('edited', { segments: reading.segments });
    case 'state':
      return format('progress', toTranslation(reading.translation));
    case 'end':
      return format('done', toTranslation(reading.translation));
    case 'idle':
      return ': still here\n\n';
  }
}

/** JSON holds no line break, so an event's data is always one line. */
function format(event: string, data: unknown, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
