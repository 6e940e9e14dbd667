import { type Static, Type } from 'typebox';
import { GlossaryEntries } from './glossary.ts';
import { LanguageTag, SourceLang } from './language.ts';

/**
 * `receiving` while the text is being uploaded, `queued` until its first block is claimed, `running`, and one of
 * three ends: `done`, `cancelled` (by its owner), `failed` (the upload broke off or the service gave up).
 */
export const TranslationStatus = Type.Union(
  [
    Type.Literal('receiving'),
    Type.Literal('queued'),
    Type.Literal('running'),
    Type.Literal('done'),
    Type.Literal('cancelled'),
    Type.Literal('failed'),
  ],
  { description: 'How far it is; it ends as `done`, `cancelled` or `failed`' },
);
export type TranslationStatus = Static<typeof TranslationStatus>;

/**
 * How a text is written: as it is, or with structure that comes through a translation unchanged (CommonMark with GitHub's
 * extensions, HTML, SubRip, WebVTT).
 */
export const TextFormat = Type.Enum(['plain', 'markdown', 'html', 'srt', 'vtt'], {
  description: 'How the text is written; `plain` if neither this nor the media type of an upload says it',
});
export type TextFormat = Static<typeof TextFormat>;

/**
 * A document that holds a text and gets its translation: Word, PowerPoint, Excel, OpenDocument text and presentation, e-book. Its text is
 * stored as HTML, a `<p>` for each paragraph, in which inline elements have the ids of what they stand for in the document.
 */
export const DocumentFormat = Type.Enum(['docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub']);
export type DocumentFormat = Static<typeof DocumentFormat>;

/** How a text is written, or in which kind of document it lies. */
export const TranslationFormat = Type.Enum([...TextFormat.enum, ...DocumentFormat.enum], {
  description: 'How the text is written, or in which kind of document it lies',
});
export type TranslationFormat = Static<typeof TranslationFormat>;

/**
 * `unwrap`: the sentences of hard-wrapped text run across its line breaks. `keep`: each line is translated as it stands. For
 * plain text only; the other formats say themselves what a line break means.
 */
export const LineBreaks = Type.Enum(['unwrap', 'keep'], {
  description:
    '`unwrap`, which is usual: sentences of hard-wrapped plain text run across its line breaks; `keep`: they do not',
});
export type LineBreaks = Static<typeof LineBreaks>;

const Time = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** The state of a translation. Its text is read by segments. */
export const Translation = Type.Object({
  id: Type.String({ format: 'uuid', description: 'A UUIDv7' }),
  sourceLang: LanguageTag,
  targetLang: LanguageTag,
  detected: Type.Boolean({ description: 'Whether `sourceLang` was found by detection' }),
  format: TranslationFormat,
  status: TranslationStatus,
  excerpt: Type.String({
    maxLength: 200,
    description: 'The beginning of the source text, on one line, for lists',
  }),
  title: Type.Union([Type.String({ maxLength: 200 }), Type.Null()], {
    description: 'What its owner calls it',
  }),
  sourceLength: Type.Integer({
    minimum: 0,
    description: 'Length of the source text in UTF-16 code units, as far as received',
  }),
  segmentCount: Type.Integer({
    minimum: 0,
    description: 'Segments known so far; final as soon as the status is past `receiving`',
  }),
  doneCount: Type.Integer({ minimum: 0, description: 'Segments that have a target text' }),
  flaggedCount: Type.Integer({ minimum: 0, description: 'Segments with at least one flag' }),
  keep: Type.Boolean({
    description: 'Whether it stays in the history; otherwise it is removed after it was read',
  }),
  createdAt: Time,
  startedAt: Type.Union([Time, Type.Null()], { description: 'When its first block was claimed' }),
  finishedAt: Type.Union([Time, Type.Null()], { description: 'When it reached one of its ends' }),
});
export type Translation = Static<typeof Translation>;

/** Body of `POST /api/translations` as JSON. */
export const TranslationRequest = Type.Object(
  {
    sourceText: Type.String({ description: 'The text' }),
    sourceLang: SourceLang,
    targetLang: LanguageTag,
    keep: Type.Optional(Type.Boolean({ default: true, description: 'Whether it is to stay in the history' })),
    glossary: Type.Optional(GlossaryEntries),
    format: Type.Optional(TextFormat),
    lineBreaks: Type.Optional(LineBreaks),
  },
  { additionalProperties: false },
);
export type TranslationRequest = Static<typeof TranslationRequest>;

/** Query of `POST /api/translations` with the text itself as the body. */
export const TranslationUploadQuery = Type.Omit(TranslationRequest, ['sourceText', 'glossary'], {
  additionalProperties: false,
});
export type TranslationUploadQuery = Static<typeof TranslationUploadQuery>;

/**
 * Fields of `POST /api/translations` as `multipart/form-data`, all before the part `text`, which may be of any length, or the part
 * `document`, whose media type or file name says what it is; it has no `format`.
 * `glossary` is JSON.
 */
export const TranslationForm = Type.Omit(TranslationRequest, ['sourceText'], { additionalProperties: false });
export type TranslationForm = Static<typeof TranslationForm>;

/** Body of `PATCH /api/translations/:id`. A title of nothing but spaces is none. */
export const TranslationChange = Type.Object(
  {
    title: Type.Union([Type.String({ maxLength: 200 }), Type.Null()], {
      description: 'What you call it; `null` for no title',
    }),
  },
  { additionalProperties: false },
);
export type TranslationChange = Static<typeof TranslationChange>;

/** Query of `GET /api/translations`: the caller's history, newest first. */
export const TranslationListQuery = Type.Object({
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Finds translations whose title, source or target text holds these characters',
    }),
  ),
  before: Type.Optional(Type.String({ format: 'uuid', description: '`nextBefore` of the page before' })),
  limit: Type.Integer({
    minimum: 1,
    maximum: 100,
    default: 30,
    description: 'Most translations of a page',
  }),
});
export type TranslationListQuery = Static<typeof TranslationListQuery>;

export const TranslationList = Type.Object({
  translations: Type.Array(Translation, { description: 'The newest first' }),
  nextBefore: Type.Union([Type.String({ format: 'uuid' }), Type.Null()], {
    description: '`before` of the next page; `null` on the last one',
  }),
});
export type TranslationList = Static<typeof TranslationList>;
