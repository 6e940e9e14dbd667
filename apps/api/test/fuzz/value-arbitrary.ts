import fc from 'fast-check';
import type { OpenApiDocument } from '../../src/openapi/open-api-document.ts';

interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** Values for a schema: mostly such as it asks for, sometimes of another type, of another size, or of no sense. */
export function valueArbitrary(document: OpenApiDocument, schema: unknown): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 10, arbitrary: rightValue(document, schema as Schema) },
    { weight: 1, arbitrary: wrongValue },
  );
}

function rightValue(document: OpenApiDocument, schema: Schema): fc.Arbitrary<unknown> {
  const { $ref, const: only, enum: values, anyOf, type, items, properties } = schema;
  const inner = (each: unknown) => valueArbitrary(document, each);
  if ($ref !== undefined) return inner(document.components.schemas?.[$ref.split('/').at(-1) ?? '']);
  if (only !== undefined) return fc.constant(only);
  if (values !== undefined) return fc.constantFrom(...values);
  if (anyOf !== undefined) return fc.oneof(...anyOf.map(inner));
  if (properties !== undefined) return objectValue(schema, inner);
  switch (type) {
    case 'string':
      return stringValue(schema);
    case 'integer':
      return fc.oneof(fc.nat(300), fc.integer());
    case 'number':
      return fc.double();
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(inner(items), { maxLength: 5 });
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function stringValue({ format, pattern }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (pattern?.includes('A-Za-z')) {
    const odd = fc.constantFrom('DE', 'de-CH', 'fr', 'zh-Hans', 'auto');
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom('de', 'en') }, { weight: 1, arbitrary: odd });
  }
  return fc.oneof(
    fc.constantFrom('de', 'en', 'auto', 'text', 'html', 'Guten Tag.', '<p>Hallo <b>Welt</b>', 'true', '7'),
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ maxLength: 40 }),
  );
}

function objectValue(
  { properties = {}, required = [] }: Schema,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
) {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, inner(schema)]),
  );
  return fc.oneof(
    { weight: 6, arbitrary: fc.record(members, { requiredKeys: [...required] }) },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: [] }) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.record(members), oddMember).map(([value, odd]) => ({ ...value, ...odd })),
    },
  );
}

const oddMember: fc.Arbitrary<object> = fc.oneof(
  fc.constant(JSON.parse('{"__proto__":{"keep":true}}') as object),
  fc.constant({ constructor: { prototype: { keep: true } } }),
  fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 }),
);

const wrongValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom('', null, 0, -1, 2 ** 53, 1e308, [], {}, [[]], '\0', '\u{d800}', 'x'.repeat(70_000)),
);
