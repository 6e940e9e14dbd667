import { type Static, Type } from 'typebox';

/** A language code: as `GET /languages` lists it, in any case, or one of the names it had before. */
const Code = Type.String({ description: 'As `GET /languages` lists it, in lower or upper case' });

/** The wire takes `null` for whatever may be left out. */
const ApiKey = Type.Optional(Type.Union([Type.String(), Type.Null()]));

/**
 * Body of `POST /translate`. Members that are not named here are passed over. As a form or in the query, every value
 * is a string and `q` is one text.
 */
export const CompatTranslateRequest = Type.Object({
  q: Type.Union([Type.String(), Type.Array(Type.String())], {
    description: 'One text, or as many as there are',
  }),
  source: Type.String({ description: 'A code, or `auto`' }),
  target: Code,
  format: Type.Optional(
    Type.Union([Type.Literal('text'), Type.Literal('html'), Type.Null()], {
      description: '`text` if not given',
    }),
  ),
  alternatives: Type.Optional(
    Type.Union([Type.Integer(), Type.Null()], { description: 'How many other translations are wanted' }),
  ),
  api_key: ApiKey,
});
export type CompatTranslateRequest = Static<typeof CompatTranslateRequest>;

export const CompatDetection = Type.Object({
  confidence: Type.Number({ minimum: 0, maximum: 100 }),
  language: Type.String(),
});
export type CompatDetection = Static<typeof CompatDetection>;

/** Answer of `POST /translate`: a list in place of each member where `q` is a list. */
export const CompatTranslation = Type.Object({
  translatedText: Type.Union([Type.String(), Type.Array(Type.String())]),
  /** Only with `source: auto`. */
  detectedLanguage: Type.Optional(Type.Union([CompatDetection, Type.Array(CompatDetection)])),
  /** Only when they were asked for. */
  alternatives: Type.Optional(Type.Union([Type.Array(Type.String()), Type.Array(Type.Array(Type.String()))])),
});
export type CompatTranslation = Static<typeof CompatTranslation>;

/** Body of `POST /detect`. */
export const CompatDetectRequest = Type.Object({ q: Type.String(), api_key: ApiKey });

/** Answer of `POST /detect`, the likeliest first. */
export const CompatDetectionList = Type.Array(CompatDetection);
export type CompatDetectionList = Static<typeof CompatDetectionList>;

/** Answer of `GET /languages`. */
export const CompatLanguageList = Type.Array(
  Type.Object({ code: Type.String(), name: Type.String(), targets: Type.Array(Type.String()) }),
);
export type CompatLanguageList = Static<typeof CompatLanguageList>;

const CompatLanguageName = Type.Object({ code: Type.String(), name: Type.String() });

/** Answer of `GET /frontend/settings`. */
export const CompatSettings = Type.Object({
  charLimit: Type.Integer({ description: 'Of one request; -1: none' }),
  frontendTimeout: Type.Integer({ description: 'Milliseconds that a page waits after a key before it asks' }),
  apiKeys: Type.Boolean(),
  keyRequired: Type.Boolean(),
  suggestions: Type.Boolean(),
  filesTranslation: Type.Boolean(),
  supportedFilesFormat: Type.Array(Type.String()),
  language: Type.Object({ source: CompatLanguageName, target: CompatLanguageName }),
});
export type CompatSettings = Static<typeof CompatSettings>;

/** Body of `POST /suggest`. */
export const CompatSuggestion = Type.Object({
  q: Type.String(),
  s: Type.String(),
  source: Code,
  target: Code,
  api_key: ApiKey,
});

/** Form of `POST /translate_file`. */
export const CompatFileRequest = Type.Object({
  file: Type.Unsafe<Uint8Array>({ type: 'string', contentMediaType: 'application/octet-stream' }),
  source: Type.String({ description: 'A code, or `auto`' }),
  target: Code,
  api_key: ApiKey,
});

/** Answer of `POST /translate_file`. */
export const CompatFile = Type.Object({
  translatedFileUrl: Type.String({ format: 'uri', description: 'Streams the text as it is made' }),
});
export type CompatFile = Static<typeof CompatFile>;

/** Answer of `GET /health`. */
export const CompatHealth = Type.Object({ status: Type.Literal('ok') });

/** Every refusal on these paths. */
export const CompatError = Type.Object({ error: Type.String() });
export type CompatError = Static<typeof CompatError>;
