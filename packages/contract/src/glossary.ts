import { type Static, Type } from 'typebox';

const Term = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });

/** A word or phrase and what it is to become; without `target` it is not to be translated. */
export const GlossaryEntry = Type.Object(
  { source: Term, target: Type.Optional(Term) },
  { additionalProperties: false },
);
export type GlossaryEntry = Static<typeof GlossaryEntry>;

export const GlossaryEntries = Type.Array(GlossaryEntry, { maxItems: 1000 });
export type GlossaryEntries = Static<typeof GlossaryEntries>;
