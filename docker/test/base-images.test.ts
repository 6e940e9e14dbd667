import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { baseImages } from '../base-images/provide-base-images.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

test('every image that is not ours is one that the check can provide', () => {
  const stages = globSync('docker/*.Dockerfile', { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/^FROM (?:--platform=\S+ )?(\S+:\S+)/gm)].map(([, image = '']) => image),
  );
  const services = [...read('docker/compose.yaml').matchAll(/^ {4}image: (\S+)/gm)].map(
    ([, image = '']) => image,
  );
  const foreign = [...stages, ...services].filter((image) => !image.startsWith('ghcr.io/datatrigger/'));
  expect(new Set(foreign)).toEqual(new Set(Object.keys(baseImages)));
});
