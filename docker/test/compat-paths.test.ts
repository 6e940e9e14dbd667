import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');

/** Paths of the API beside `/api/`, an example of each. */
const paths = [
  ...read('apps/api/src/openapi/compat-operations.ts').matchAll(/'(?:GET|POST) (\/[^']+)'/g),
].map(([, path = '']) => path.replace(':name', '0193.translation_en.txt'));

test('nginx leads every path of the other wire format to the API, and the page’s own to the page', () => {
  const [, pattern = ''] = /location ~ (\S+) \{/.exec(read('docker/nginx/server.conf.template')) ?? [];
  expect(paths).toContain('/translate');
  expect(paths.filter((path) => !new RegExp(pattern).test(path))).toEqual([]);
  const ofPage = ['/', '/index.html', '/assets/x.js', '/sw.js', '/t/0193'];
  expect(ofPage.filter((path) => new RegExp(pattern).test(path))).toEqual([]);
});

test('the server of the page under development does the same', () => {
  const pattern = (path: string) => /\^\/\(translate\|[^']*?\)\$/.exec(read(path))?.[0];
  expect(pattern('apps/web/vite.config.ts')).toBe(pattern('docker/nginx/server.conf.template'));
});

test('and so does the Ingress', () => {
  const [, before = ''] = /paths:([\s\S]*?)- path: \/\n/.exec(read('k8s/overlays/gke/ingress.yaml')) ?? [];
  const rules = [...before.matchAll(/path: (\S+)\s+pathType: (\w+)/g)];
  const isLed = (path: string) =>
    rules.some(([, prefix, type]) => (type === 'Exact' ? path === prefix : path.startsWith(`${prefix}/`)));
  expect(paths.filter((path) => !isLed(path))).toEqual([]);
});
