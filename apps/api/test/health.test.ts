import { NotReady } from '@unlimited/contract';
import { createDatabase } from '@unlimited/db';
import { freePort } from '@unlimited/local-stack';
import Fastify from 'fastify';
import { Registry } from 'prom-client';
import Schema from 'typebox/schema';
import { expect, test } from 'vitest';
import { problemDetails } from '../src/plugins/problem-details.ts';
import { type HealthServices, healthRoutes } from '../src/routes/health.ts';

async function ready(services: Omit<HealthServices, 'db'>) {
  const app = Fastify();
  const db = createDatabase({ url: `mysql://nobody@127.0.0.1:${await freePort()}/nothing` });
  problemDetails(app, new Registry());
  healthRoutes(app, { ...services, db });
  const { statusCode, headers, body } = await app.inject('/readyz');
  await app.close();
  await db.destroy();
  return { statusCode, headers, body: JSON.parse(body) as unknown };
}

test('it is not ready for every reason there is, as documented', async () => {
  const process = { sourceLang: 'de', targetLang: 'en', processes: [{ warm: false }] };
  const engine = { ready: false, stats: () => ({ models: [process] }) };
  const { statusCode, headers, body } = await ready({ engine, closing: AbortSignal.abort() });
  expect(statusCode).toBe(503);
  expect(headers['retry-after']).toBe('2');
  expect(Schema.Check(NotReady, body)).toBe(true);
  expect(body).toMatchObject({
    code: 'unavailable',
    reasons: [
      { part: 'process', detail: 'It is shutting down.' },
      { part: 'engine', detail: 'No process is warm for de→en.' },
      { part: 'database', detail: 'It does not answer.' },
    ],
  });
});
