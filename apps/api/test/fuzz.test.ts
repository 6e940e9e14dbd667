import { expect, test } from 'vitest';
import { fuzzApi } from './fuzz/fuzz-api.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ MAX_JSON_BYTES: '200000' });

// `npm run test:fuzz` sends thousands.
test('no request, however wrong, is answered by 5xx or by anything but a problem', async () => {
  const counts = await fuzzApi({ url: api.url, requests: 400 });
  expect([...counts.keys()].filter((status) => status < 300)).not.toEqual([]);
  expect([...counts.keys()].filter((status) => status >= 400)).not.toEqual([]);
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  expect(api.log()).not.toMatch(/"level":(50|60)/);
}, 600_000);
