import { type Static, Type } from 'typebox';

const term = (description: string) =>
  Type.String({ minLength: 1, maxLength: 200, pattern: '\\S', description });

/** A word or phrase and what it is to become; without `target` it is not to be translated. */
export const GlossaryEntry = Type.Object(
  {
    source: term('A word or phrase of the text'),
    target: Type.Optional(term('What it is to become; without it, it is not translated')),
  },
  { additionalProperties: false },
);
export type GlossaryEntry = Static<typeof GlossaryEntry>;

export const GlossaryEntries = Type.Array(GlossaryEntry, {
  maxItems: 1000,
  description: 'How words are to be translated',
});
export type GlossaryEntries = Static<typeof GlossaryEntries>;
