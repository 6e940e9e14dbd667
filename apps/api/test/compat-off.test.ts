import { expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ COMPAT_API: 'false' });

test.each(['/translate', '/languages', '/health', '/spec', '/docs'])('%s is not there', async (path) => {
  const visitor = api.visitor();
  expect(await visitor.problem(visitor.fetch(path))).toMatchObject({ code: 'not_found' });
});

test('and not in the document either', async () => {
  const document = await api.visitor().json<{ paths: object }>('/api/openapi.json');
  expect(Object.keys(document.paths).filter((path) => !/^\/(api\/|livez|readyz)/.test(path))).toEqual([]);
});
