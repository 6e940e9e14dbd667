import { type Static, Type } from 'typebox';
import { GlossaryEntries } from './glossary.ts';
import { LanguageTag, SourceLang } from './language.ts';

/**
 * `receiving` while the text is being uploaded, `queued` until its first block is claimed, `running`, and one of
 * three ends: `done`, `cancelled` (by its owner), `failed` (the upload broke off or the service gave up).
 */
export const TranslationStatus = Type.Union([
  Type.Literal('receiving'),
  Type.Literal('queued'),
  Type.Literal('running'),
  Type.Literal('done'),
  Type.Literal('cancelled'),
  Type.Literal('failed'),
]);
export type TranslationStatus = Static<typeof TranslationStatus>;

/**
 * How a text is written: as it is, or with structure that comes through a translation unchanged (CommonMark with GitHub's
 * extensions, HTML, SubRip, WebVTT).
 */
export const TextFormat = Type.Enum(['plain', 'markdown', 'html', 'srt', 'vtt']);
export type TextFormat = Static<typeof TextFormat>;

/**
 * A document that holds a text and gets its translation: Word, PowerPoint, Excel, OpenDocument text and presentation, e-book. Its text is
 * stored as HTML, a `<p>` for each paragraph, in which inline elements have the ids of what they stand for in the document.
 */
export const DocumentFormat = Type.Enum(['docx', 'pptx', 'xlsx', 'odt', 'odp', 'epub']);
export type DocumentFormat = Static<typeof DocumentFormat>;

/** How a text is written, or in which kind of document it lies. */
export const TranslationFormat = Type.Enum([...TextFormat.enum, ...DocumentFormat.enum]);
export type TranslationFormat = Static<typeof TranslationFormat>;

/**
 * `unwrap`: the sentences of hard-wrapped text run across its line breaks. `keep`: each line is translated as it stands. For
 * plain text only; the other formats say themselves what a line break means.
 */
export const LineBreaks = Type.Enum(['unwrap', 'keep']);
export type LineBreaks = Static<typeof LineBreaks>;

const Time = Type.String({ format: 'date-time', description: 'RFC 3339, UTC' });

/** The state of a translation. Its text is read by segments. */
export const Translation = Type.Object({
  id: Type.String({ format: 'uuid' }),
  sourceLang: LanguageTag,
  targetLang: LanguageTag,
  /** Whether `sourceLang` was found by detection. */
  detected: Type.Boolean(),
  format: TranslationFormat,
  status: TranslationStatus,
  /** The beginning of the source text, on one line, for lists. */
  excerpt: Type.String({ maxLength: 200 }),
  /** What its owner calls it. */
  title: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
  /** Length of the source text in UTF-16 code units, as far as received. */
  sourceLength: Type.Integer({ minimum: 0 }),
  /** Segments known so far; final as soon as the status is past `receiving`. */
  segmentCount: Type.Integer({ minimum: 0 }),
  /** Segments that have a target text. */
  doneCount: Type.Integer({ minimum: 0 }),
  /** Segments with at least one flag. */
  flaggedCount: Type.Integer({ minimum: 0 }),
  /** Whether it stays in the history; otherwise it is removed after it was read. */
  keep: Type.Boolean(),
  createdAt: Time,
  /** When its first block was claimed. */
  startedAt: Type.Union([Time, Type.Null()]),
  /** When it reached one of its ends. */
  finishedAt: Type.Union([Time, Type.Null()]),
});
export type Translation = Static<typeof Translation>;

/** Body of `POST /api/translations` as JSON. */
export const TranslationRequest = Type.Object(
  {
    sourceText: Type.String(),
    sourceLang: SourceLang,
    targetLang: LanguageTag,
    keep: Type.Optional(Type.Boolean({ default: true })),
    glossary: Type.Optional(GlossaryEntries),
    /** Default: `plain`, or that of the upload's media type. */
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
  { title: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]) },
  { additionalProperties: false },
);
export type TranslationChange = Static<typeof TranslationChange>;

/** Query of `GET /api/translations`: the caller's history, newest first. */
export const TranslationListQuery = Type.Object({
  /** Finds translations whose title, source or target text holds these characters. */
  q: Type.Optional(Type.String({ maxLength: 200 })),
  /** `nextBefore` of the page before. */
  before: Type.Optional(Type.String({ format: 'uuid' })),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 30 }),
});
export type TranslationListQuery = Static<typeof TranslationListQuery>;

export const TranslationList = Type.Object({
  translations: Type.Array(Translation),
  /** `before` of the next page; `null` on the last one. */
  nextBefore: Type.Union([Type.String({ format: 'uuid' }), Type.Null()]),
});
export type TranslationList = Static<typeof TranslationList>;
