interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

/** A JSON Schema in the notation of TypeScript's types, which most readers know, with descriptions as comments. */
export function schemaText(schema: unknown, indent = ''): string {
  const { $ref, const: only, enum: values, anyOf, type, format, items, properties } = schema as Schema;
  if ($ref !== undefined) return nameOf($ref);
  if (only !== undefined) return JSON.stringify(only);
  const alternatives =
    values?.map((value) => JSON.stringify(value)) ?? anyOf?.map((each) => schemaText(each, indent));
  if (alternatives !== undefined) return alternatives.join(' | ');
  if (items !== undefined) return arrayText(items, indent);
  if (properties !== undefined) return objectText(schema as Schema, indent);
  return format === undefined ? (type ?? 'any') : `${type} /* ${format} */`;
}

/** The name of the schema that a reference leads to. */
export function nameOf(ref: string): string {
  return ref.split('/').at(-1) ?? ref;
}

function arrayText(items: Schema, indent: string): string {
  const text = schemaText(items, indent);
  return text.includes(' | ') && items.properties === undefined ? `(${text})[]` : `${text}[]`;
}

function objectText({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = required.includes(name) ? '' : '?';
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
    const comment = property.description === undefined ? '' : `${inner}// ${property.description}\n`;
    return `${comment}${inner}${key}${optional}: ${schemaText(property, inner)}\n`;
  });
  return `{\n${lines.join('')}${indent}}`;
}
