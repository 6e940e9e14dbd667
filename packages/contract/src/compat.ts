import { type Static, Type } from 'typebox';

/** A language code: as `GET /languages` lists it, in any case, or one of the names it had before. */
const Code = Type.String({ description: 'As `GET /languages` lists it, in lower or upper case' });

/** The wire takes `null` for whatever may be left out. */
const ApiKey = Type.Optional(
  Type.Union([Type.String(), Type.Null()], { description: 'An API key, if the operator gave you one' }),
);

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
  confidence: Type.Number({ minimum: 0, maximum: 100, description: 'How sure it is' }),
  language: Type.String({ description: 'Its code' }),
});
export type CompatDetection = Static<typeof CompatDetection>;

/** Answer of `POST /translate`: a list in place of each member where `q` is a list. */
export const CompatTranslation = Type.Object({
  translatedText: Type.Union([Type.String(), Type.Array(Type.String())], {
    description: 'The translation',
  }),
  detectedLanguage: Type.Optional(
    Type.Union([CompatDetection, Type.Array(CompatDetection)], { description: 'Only with `source: auto`' }),
  ),
  alternatives: Type.Optional(
    Type.Union([Type.Array(Type.String()), Type.Array(Type.Array(Type.String()))], {
      description: 'Only when they were asked for',
    }),
  ),
});
export type CompatTranslation = Static<typeof CompatTranslation>;

/** Body of `POST /detect`. */
export const CompatDetectRequest = Type.Object({
  q: Type.String({ description: 'The text' }),
  api_key: ApiKey,
});

/** Answer of `POST /detect`, the likeliest first. */
export const CompatDetectionList = Type.Array(CompatDetection);
export type CompatDetectionList = Static<typeof CompatDetectionList>;

/** Answer of `GET /languages`. */
export const CompatLanguageList = Type.Array(
  Type.Object({
    code: Type.String({ description: 'By which requests name it' }),
    name: Type.String({ description: 'In English' }),
    targets: Type.Array(Type.String(), { description: 'Codes of what it is translated into' }),
  }),
);
export type CompatLanguageList = Static<typeof CompatLanguageList>;

const languageName = (description: string) =>
  Type.Object(
    {
      code: Type.String({ description: 'By which requests name it' }),
      name: Type.String({ description: 'In English' }),
    },
    { description },
  );

/** Answer of `GET /frontend/settings`. */
export const CompatSettings = Type.Object({
  charLimit: Type.Integer({ description: 'Of one request; -1: none' }),
  frontendTimeout: Type.Integer({ description: 'Milliseconds that a page waits after a key before it asks' }),
  apiKeys: Type.Boolean({ description: 'Whether keys are known' }),
  keyRequired: Type.Boolean({ description: 'Whether one is needed' }),
  suggestions: Type.Boolean({ description: 'Whether `POST /suggest` takes anything' }),
  filesTranslation: Type.Boolean({ description: 'Whether `POST /translate_file` does' }),
  supportedFilesFormat: Type.Array(Type.String(), { description: 'How names of files may end' }),
  language: Type.Object(
    { source: languageName('The source'), target: languageName('The target') },
    { description: 'What a page begins with' },
  ),
});
export type CompatSettings = Static<typeof CompatSettings>;

/** Body of `POST /suggest`. */
export const CompatSuggestion = Type.Object({
  q: Type.String({ description: 'The text' }),
  s: Type.String({ description: 'What it is to become' }),
  source: Code,
  target: Code,
  api_key: ApiKey,
});

/** Form of `POST /translate_file`. */
export const CompatFileRequest = Type.Object({
  file: Type.Unsafe<Uint8Array>({
    type: 'string',
    contentMediaType: 'application/octet-stream',
    description: 'The end of its name says what it is',
  }),
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
export const CompatError = Type.Object({
  error: Type.String({ description: 'What is wrong, in a sentence' }),
});
export type CompatError = Static<typeof CompatError>;
