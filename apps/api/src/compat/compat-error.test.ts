import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { ProblemError } from '../problem-error.ts';
import { CompatRefusal, compatErrors, missing, tooLong } from './compat-error.ts';

const limited = { members: { limit: 20, per: 'minute' }, retryAfterSeconds: 3 };

test.each<[string, unknown, number, string, string | undefined]>([
  ['a refusal', missing('q'), 400, 'Invalid request: missing q parameter', undefined],
  [
    'too long a text',
    tooLong(7063, 5000),
    400,
    'Invalid request: request (7063) exceeds text limit (5000)',
    undefined,
  ],
  [
    'too large a body',
    new ProblemError('body_too_large'),
    400,
    'Invalid request: request (10) exceeds text limit (5000)',
    undefined,
  ],
  ['a wrong key', new ProblemError('api_key_invalid'), 403, 'Invalid API key', undefined],
  [
    'too many requests',
    new ProblemError('too_many_requests', 'Few.', limited),
    429,
    'Slowdown: 20 per 1 minute',
    '3',
  ],
  [
    'too much at once',
    new ProblemError('too_many_requests', 'At most 8.'),
    429,
    'Slowdown: At most 8.',
    undefined,
  ],
  [
    'too much stored',
    new ProblemError('quota_exceeded', 'Delete some.'),
    429,
    'Slowdown: Delete some.',
    undefined,
  ],
  [
    'a translation that failed',
    new ProblemError('translation_failed'),
    500,
    'Cannot translate text: The translation could not be completed',
    undefined,
  ],
  [
    'a fault of ours',
    new Error('secret'),
    500,
    'Cannot translate text: Something went wrong on our side',
    undefined,
  ],
  [
    'no work now',
    new ProblemError('unavailable', 'The queue is full.', { retryAfterSeconds: 30 }),
    503,
    'The queue is full.',
    '30',
  ],
  [
    'not here',
    new CompatRefusal(403, 'Suggestions are disabled on this server.'),
    403,
    'Suggestions are disabled on this server.',
    undefined,
  ],
])('%s', async (_name, thrown, status, error, retryAfter) => {
  const app = Fastify();
  compatErrors(app, { maxBytes: 5000 });
  app.post('/', async () => {
    throw thrown;
  });
  const headers = { 'content-type': 'application/json' };
  const response = await app.inject({ method: 'POST', url: '/', headers, payload: '{"q":"ja"}' });
  await app.close();
  expect({ status: response.statusCode, body: response.json() }).toEqual({ status, body: { error } });
  expect(response.headers['retry-after']).toBe(retryAfter);
});
