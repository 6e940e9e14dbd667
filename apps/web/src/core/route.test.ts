import { expect, test } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';

test('a route is its address and back', () => {
  for (const translationId of [null, '01890000-0000-7000-8000-000000000000']) {
    expect(parseRoute(formatRoute({ translationId }))).toEqual({ translationId });
  }
});

test('any other address is the empty desk', () => {
  for (const hash of ['', '#', '#/x', '#/t/', '#/t/../api', '#/t/01890000']) {
    expect(parseRoute(hash)).toEqual({ translationId: null });
  }
});
