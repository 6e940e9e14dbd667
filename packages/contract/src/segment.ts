import { type Static, Type } from 'typebox';

/** Where a target text comes from: the model, an exact match in memory, the source itself (save for terms of the glossary), or a reader's edit. */
export const SegmentOrigin = Type.Union([
  Type.Literal('model'),
  Type.Literal('memory'),
  Type.Literal('copy'),
  Type.Literal('edit'),
]);
export type SegmentOrigin = Static<typeof SegmentOrigin>;

/**
 * What a reader should know about a segment.
 *
 * - `untranslated`: the engine gave up on it; the target text is the source text.
 * - `repaired_source`: the text held code units that are no characters; they became U+FFFD.
 * - `empty_target`: the model said nothing, though the source has words.
 * - `cut_short`: the model reached its output limit before it ended the sentence.
 * - `repetition`: words, phrases or letters come again and again, more than in the source.
 * - `copied_source`: the source's words stand there untranslated.
 * - `missing_sentence`: fewer sentences than the source has, and too short to say it all.
 * - `doubled_sentence`: a sentence stands there twice that is not twice in the source.
 * - `length_off`: far shorter or far longer than a translation would be.
 * - `numbers_changed`: a number of the source is missing, or one came in that the source does not have.
 * - `lost_inline`: an address, placeholder, emoji or other thing that must survive is missing, or a tag is, or
 *   stands where it belongs to something else.
 * - `wrong_script`: letters of a script in which the target language is not written.
 * - `glossary_missed`: a term of the glossary is not there as it was asked for.
 * - `already_target`: it was written in the target language and is kept as it is.
 */
export const SegmentFlag = Type.Enum([
  'untranslated',
  'repaired_source',
  'empty_target',
  'cut_short',
  'repetition',
  'copied_source',
  'missing_sentence',
  'doubled_sentence',
  'length_off',
  'numbers_changed',
  'lost_inline',
  'wrong_script',
  'glossary_missed',
  'already_target',
]);
export type SegmentFlag = Static<typeof SegmentFlag>;

/**
 * One sentence. The text is the concatenation of `sourceText + gap` over all segments, byte for byte; the
 * translation is that of `targetText + gap`. A segment with an empty `sourceText` holds layout only.
 */
export const Segment = Type.Object({
  index: Type.Integer({ minimum: 0, description: '0-based position in the text' }),
  sourceText: Type.String({ description: 'The sentence; empty where there is layout only' }),
  gap: Type.String({
    description:
      'What stood between this sentence and the next: spaces, line breaks, and in a format all structure. Kept as it was',
  }),
  targetText: Type.Union([Type.String(), Type.Null()], { description: '`null` until it is translated' }),
  origin: Type.Union([SegmentOrigin, Type.Null()], {
    description: 'Where the target text comes from; `null` until there is one',
  }),
  flags: Type.Array(SegmentFlag, { description: 'What a reader should know about it' }),
});
export type Segment = Static<typeof Segment>;

/** Body of `PUT /api/translations/:id/segments/:index`. */
export const SegmentEdit = Type.Object(
  {
    targetText: Type.String({ maxLength: 65_536, description: 'In the format of the text' }),
    remember: Type.Optional(
      Type.Boolean({
        default: false,
        description: 'Whether the same sentence is to be translated like that in your later translations too',
      }),
    ),
  },
  { additionalProperties: false },
);
export type SegmentEdit = Static<typeof SegmentEdit>;

/** Query of `GET /api/translations/:id/segments/:index/alternatives`. */
export const AlternativesQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 8, default: 3, description: 'How many are wanted' }),
});
export type AlternativesQuery = Static<typeof AlternativesQuery>;

/** Other translations of a segment, the model's favourite first; never the one that it has. */
export const Alternatives = Type.Object({
  alternatives: Type.Array(Type.String(), { description: 'The likeliest first' }),
});
export type Alternatives = Static<typeof Alternatives>;

/** Answer of `GET /api/translations/:id/segments`. */
export const SegmentPage = Type.Object({
  segments: Type.Array(Segment, { description: 'In the order of the text' }),
  nextFrom: Type.Union([Type.Integer(), Type.Null()], {
    description: '`from` of the next page; `null` on the last one',
  }),
});
export type SegmentPage = Static<typeof SegmentPage>;

/** Query of `GET /api/translations/:id/segments`. */
export const SegmentPageQuery = Type.Object({
  from: Type.Integer({
    minimum: 0,
    maximum: 0x7fffffff,
    default: 0,
    description: 'Index of the first segment wanted',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 200, description: 'Most segments of a page' }),
});
export type SegmentPageQuery = Static<typeof SegmentPageQuery>;
