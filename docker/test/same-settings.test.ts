import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

test('nginx and the API serve the page under the same policy', () => {
  const ofApi = /const policy = \[([^\]]*)\]\.join/.exec(read('apps/api/src/plugins/web-page.ts'))?.[1] ?? '';
  const directives = [...ofApi.matchAll(/"([^"]+)"/g)].map(([, directive]) => directive);
  const ofNginx = /Content-Security-Policy "([^"]+)"/.exec(read('docker/nginx/security-headers.conf'))?.[1];
  expect(directives).toContain("default-src 'none'");
  expect(ofNginx).toBe(directives.join('; '));
});

test('the image starts the API with the heap that npm start gives it', () => {
  const settings = /heapSettings: readonly string\[\] = \[([^\]]*)\]/.exec(
    read('packages/local-stack/src/api-process.ts'),
  )?.[1];
  const ofStart = [...(settings ?? '').matchAll(/'([^']+)'/g)].map(([, setting]) => setting);
  const command = /^CMD (\[.*\])$/m.exec(read('docker/api.Dockerfile'))?.[1] ?? '[]';
  expect(ofStart).toContain('--max-semi-space-size=16');
  expect(JSON.parse(command)).toEqual([...ofStart, 'dist/main.js']);
});

test('every secret of the Compose stack has the same account and password in its URL', () => {
  for (const account of ['owner', 'app']) {
    const url = new URL(read(`docker/secrets/${account}-url`).trim());
    expect([url.username, url.password]).toEqual([
      account,
      read(`docker/secrets/${account}-password`).trim(),
    ]);
  }
});
