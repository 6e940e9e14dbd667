import { createTestDatabase, startApi, startOwnServer } from '@unlimited/local-stack';
import { fuzzApi } from '../test/fuzz/fuzz-api.ts';

/**
 * `npm run test:fuzz [-- requests [seed]]`: generated requests, right and wrong, to a running API; ends with an error at
 * the first that is answered by 5xx or by anything but a problem, and when the process logged a fault.
 */
const [requests = '20000', seed] = process.argv.slice(2);
const server = await startOwnServer();
const database = await createTestDatabase(server.url);
const api = await startApi({
  databaseUrl: database.url,
  env: { MAX_JSON_BYTES: '200000', LOG_LEVEL: 'error' },
});
try {
  const options = { url: api.url, requests: Number(requests) };
  const counts = await fuzzApi(seed === undefined ? options : { ...options, seed: Number(seed) });
  const ready = await fetch(`${api.url}/readyz`);
  for (const [status, count] of [...counts].sort(([a], [b]) => a - b)) {
    process.stdout.write(`${status}  ${count}\n`);
  }
  const faults = api
    .logs()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line));
  if (!ready.ok || faults.length > 0) throw new Error(`The API is not well:\n${faults.join('\n')}`);
} finally {
  await api.stop();
  await server.remove();
}
