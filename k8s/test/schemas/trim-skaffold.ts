import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node k8s/test/schemas/trim-skaffold.ts <skaffold checkout>/docs-v2/content/en/schemas/v4beta11.json`
 *
 * Makes `skaffold.json` beside it: the same schema, which is strict already, without its descriptions.
 */
const prose = new Set([
  'description',
  'x-intellij-html-description',
  'examples',
  'default',
  'preferredOrder',
]);

const file = process.argv[2];
if (file === undefined) throw new Error('the schema of skaffold.yaml is missing');

const schema = JSON.parse(readFileSync(file, 'utf8'), function (this: unknown, key, value) {
  // A field may be called `description`; as a keyword it holds a text.
  const isProse = prose.has(key) && typeof value !== 'object' && !Array.isArray(this);
  return isProse || key === 'examples' || key === 'preferredOrder' ? undefined : value;
});
writeFileSync(join(import.meta.dirname, 'skaffold.json'), `${JSON.stringify(schema)}\n`);
