import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node k8s/test/schemas/trim-kubernetes.ts <kubernetes checkout>/api/openapi-spec/v3`
 *
 * Makes `kubernetes.json` beside it: the schemas of the kinds that the manifests use, without descriptions and
 * defaults, and refusing every field that they do not name.
 */
const kinds = [
  'v1/Namespace',
  'v1/Service',
  'v1/ServiceAccount',
  'v1/ConfigMap',
  'v1/Secret',
  'v1/PersistentVolumeClaim',
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v1/CronJob',
  'batch/v1/Job',
  'networking.k8s.io/v1/Ingress',
  'networking.k8s.io/v1/NetworkPolicy',
  'policy/v1/PodDisruptionBudget',
];

type Json = Record<string, unknown>;
interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

const folder = process.argv[2];
if (folder === undefined) throw new Error('the folder of the OpenAPI documents is missing');

const all: Record<string, Json> = {};
for (const file of readdirSync(folder).filter((name) => /^apis?__.*_openapi\.json$/.test(name))) {
  const document = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  Object.assign(all, document.components?.schemas);
}

const definitions: Record<string, Json> = {};
const references: Record<string, string> = {};
for (const [name, schema] of Object.entries(all)) {
  for (const { group, version, kind } of (schema['x-kubernetes-group-version-kind'] ??
    []) as GroupVersionKind[]) {
    const apiKind = [group, version, kind].filter((part) => part !== '').join('/');
    if (!kinds.includes(apiKind)) continue;
    references[apiKind] = `#/definitions/${name}`;
    define(name);
  }
}
const missing = kinds.filter((kind) => references[kind] === undefined);
if (missing.length > 0) throw new Error(`not found: ${missing.join(', ')}`);

writeFileSync(
  join(import.meta.dirname, 'kubernetes.json'),
  `${JSON.stringify({ kinds: references, definitions: Object.fromEntries(Object.entries(definitions).sort()) })}\n`,
);

function define(name: string): void {
  if (definitions[name] !== undefined) return;
  definitions[name] = {};
  const schema = all[name];
  if (schema === undefined) throw new Error(`no schema is called ${name}`);
  definitions[name] = trim(schema) as Json;
}

function trim(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(trim);
  if (typeof value !== 'object' || value === null) return value;
  const { description: _, default: __, properties, $ref, allOf, ...rest } = value as Json;
  if (typeof $ref === 'string') return reference($ref);
  // OpenAPI wraps a reference so that it can carry a default; the default is gone.
  if (Array.isArray(allOf) && allOf.length === 1) return trim(allOf[0]);
  const kept = Object.entries(rest).filter(([key]) => !key.startsWith('x-kubernetes-'));
  const trimmed = Object.fromEntries(kept.map(([key, inner]) => [key, trim(inner)]));
  if (properties === undefined) return trimmed;
  const fields = Object.entries(properties as Json).filter(([field]) => field !== 'status');
  const trimmedFields = Object.fromEntries(fields.map(([field, inner]) => [field, trim(inner)]));
  return { ...trimmed, properties: trimmedFields, additionalProperties: false };
}

function reference($ref: string): Json {
  const name = $ref.replace('#/components/schemas/', '');
  define(name);
  return { $ref: `#/definitions/${name}` };
}
