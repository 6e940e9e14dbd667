import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConfigMap } from 'kubernetes-types/core/v1.js';
import { expect, test } from 'vitest';
import { ofKind } from './support/manifest.ts';
import { k8sFolder, render } from './support/render.ts';

/** The API ignores what it does not know, so a slip of the pen would be without effect and without a word. */
test('every variable that the API is given is one that it reads', async () => {
  const source = readFileSync(join(k8sFolder, '../apps/api/src/config.ts'), 'utf8');
  const known = [...source.matchAll(/^ {2}([A-Z_]+): Type\./gm)].map(([, name]) => name);
  expect(known).toContain('DATABASE_URL');
  for (const overlay of ['local', 'gke']) {
    const manifests = await render(join(k8sFolder, 'overlays', overlay));
    const [given] = ofKind<ConfigMap>(manifests, 'ConfigMap').filter(({ metadata }) =>
      metadata.name.startsWith('api-'),
    );
    expect(known).toEqual(expect.arrayContaining(Object.keys(given?.data ?? { NONE: '' })));
    // Elsewhere than in the image, there are no models that are ready to be loaded.
    expect(given?.data).not.toHaveProperty('MODEL_CACHE_DIR');
  }
});
