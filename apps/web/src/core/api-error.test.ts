import { problems } from '@unlimited/contract';
import { describe, expect, test } from 'vitest';
import { ApiError, parseRetryAfter, toApiError } from './api-error.ts';

describe('parseRetryAfter', () => {
  test('reads seconds and dates', () => {
    expect(parseRetryAfter('7')).toBe(7000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000);
    expect(parseRetryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 40_000)).toBe(0);
  });
  test('knows nothing from nothing', () => {
    for (const value of [null, '', ' ', 'soon', '-3x']) expect(parseRetryAfter(value)).toBeNull();
  });
});

describe('toApiError', () => {
  const answer = (status: number, body: string, type: string, headers = {}) =>
    new Response(body, { status, headers: { 'content-type': type, ...headers } });

  test('takes over every code of the problem table', async () => {
    for (const [code, { status }] of Object.entries(problems)) {
      const error = await toApiError(answer(status, JSON.stringify({ code }), 'application/problem+json'));
      expect(error.code).toBe(code);
    }
  });
  test('reads what a gateway says in its own language', async () => {
    for (const status of [502, 503, 504]) {
      const error = await toApiError(answer(status, '<h1>Bad</h1>', 'text/html', { 'retry-after': '2' }));
      expect([error.code, error.retryAfterMs, error.isPassing]).toEqual(['unavailable', 2000, true]);
    }
    expect((await toApiError(answer(429, 'slow', 'text/plain'))).code).toBe('too_many_requests');
    expect((await toApiError(answer(403, '<h1>No</h1>', 'text/html'))).code).toBe('unexpected_answer');
    expect((await toApiError(answer(500, '{', 'application/problem+json'))).code).toBe('unexpected_answer');
  });
  test('only waits for what passes by itself', () => {
    expect(new ApiError('unreachable').isPassing).toBe(true);
    expect(new ApiError('quota_exceeded').isPassing).toBe(false);
    expect(new ApiError('text_empty').isPassing).toBe(false);
  });
});
