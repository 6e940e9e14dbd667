import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTestDatabase, startApi } from '@unlimited/local-stack';
import { expect, test } from 'vitest';
import { Client } from './support/client.ts';

interface ReceivedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
}

/** A collector that keeps what it is sent. */
async function startCollector(): Promise<{ server: Server; url: string; bodies: string[] }> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    bodies.push(body);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bodies };
}

test('traces go to the collector, continue the caller’s, and hold no text', async () => {
  const collector = await startCollector();
  const database = await createTestDatabase();
  const api = await startApi({
    databaseUrl: database.url,
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url },
  });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  try {
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    const text = { accept: 'text/plain', traceparent };
    await (await new Client(api.url).upload('Der Schneeleopard schläft.', undefined, text)).text();
  } finally {
    await api.stop();
    await database.drop();
    collector.server.close();
  }
  const spans = collector.bodies
    .flatMap((body) => JSON.parse(body).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ spans }) => spans as ReceivedSpan[]);
  const request = spans.find(({ name }) => name === 'POST /api/translations');
  expect(request).toMatchObject({ traceId, parentSpanId: 'b7ad6b7169203331' });
  expect(spans.map(({ name }) => name)).toContain('translate block');
  expect(collector.bodies.join('')).not.toMatch(/Schneeleopard|leopard/i);
});
