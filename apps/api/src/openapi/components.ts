import {
  CompatError,
  LanguagePair,
  LanguagePairList,
  Problem,
  Segment,
  SegmentPage,
  SegmentsEvent,
  Translation,
  TranslationList,
  TranslationRequest,
} from '@unlimited/contract';
import type { TSchema } from 'typebox';

/** Schemas that have a name of their own in the document. */
const named: Readonly<Record<string, TSchema>> = {
  CompatError,
  LanguagePair,
  LanguagePairList,
  Problem,
  Segment,
  SegmentPage,
  SegmentsEvent,
  Translation,
  TranslationList,
  TranslationRequest,
};

const names = new Map(Object.entries(named).map(([name, schema]) => [JSON.stringify(schema), name]));

/** A schema with a reference wherever it holds one of the named schemas. */
export function withRefs(schema: unknown): unknown {
  const name = names.get(JSON.stringify(schema));
  return name === undefined ? membersWithRefs(schema) : { $ref: `#/components/schemas/${name}` };
}

/** `components.schemas` of the document. */
export function components(): Record<string, unknown> {
  return Object.fromEntries(Object.entries(named).map(([name, schema]) => [name, membersWithRefs(schema)]));
}

function membersWithRefs(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withRefs);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withRefs(value)]));
}
