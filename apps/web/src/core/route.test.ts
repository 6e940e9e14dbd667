import { expect, test } from 'vitest';
import { emptyRoute, formatRoute, parseRoute } from './route.ts';

test('a route is its address and back', () => {
  const translationId = '01890000-0000-7000-8000-000000000000';
  for (const route of [
    emptyRoute,
    { translationId, shareToken: null },
    { translationId, shareToken: 'aB3-_'.padEnd(43, 'x') },
  ]) {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  }
});

test('any other address is the empty desk', () => {
  for (const hash of [
    '',
    '#',
    '#/x',
    '#/t/',
    '#/t/../api',
    '#/t/01890000',
    '#/t/01890000-0000-7000-8000-000000000000/short',
  ]) {
    expect(parseRoute(hash)).toEqual(emptyRoute);
  }
});
