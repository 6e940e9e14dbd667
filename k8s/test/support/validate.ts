import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { customResources } from '../schemas/custom-resources.ts';
import { type Manifest, nameOf } from './manifest.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../schemas', name), 'utf8'));
const { kinds, definitions }: { kinds: Record<string, string>; definitions: object } =
  read('kubernetes.json');

const ajv = new Ajv({ strict: false, allErrors: true });
for (const format of ['int32', 'int64', 'double', 'int-or-string', 'date-time', 'byte'])
  ajv.addFormat(format, true);
ajv.addSchema({ $id: 'kubernetes.json', definitions });
ajv.addSchema({ $id: 'skaffold.json', ...read('skaffold.json') });

const validators = new Map<string, ValidateFunction>();

function validatorOf(apiKind: string): ValidateFunction | undefined {
  const found = validators.get(apiKind);
  if (found !== undefined) return found;
  const reference = kinds[apiKind];
  const schema = reference === undefined ? customResources[apiKind] : { $ref: `kubernetes.json${reference}` };
  if (schema === undefined) return undefined;
  const validator = ajv.compile(schema);
  validators.set(apiKind, validator);
  return validator;
}

/** What an API server that refuses unknown fields would say against an object. */
export function validate(manifest: Manifest): string[] {
  const apiKind = `${manifest.apiVersion}/${manifest.kind}`;
  const validator = validatorOf(apiKind);
  if (validator === undefined) return [`${nameOf(manifest)}: no schema of ${apiKind}`];
  if (validator(manifest)) return [];
  return problems(validator).map((problem) => `${nameOf(manifest)}: ${problem}`);
}

/** What skaffold would say against its configuration. */
export function validateSkaffold(configuration: unknown): string[] {
  const validator = ajv.getSchema('skaffold.json');
  if (validator === undefined) throw new Error('skaffold.json is not loaded');
  return validator(configuration) ? [] : problems(validator as ValidateFunction);
}

function problems({ errors }: ValidateFunction): string[] {
  return (errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
