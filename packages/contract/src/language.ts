import { type Static, Type } from 'typebox';

/** A language as a BCP 47 tag, in lower case as far as the registry writes it so: `de`, `en`, `pt-BR`. */
export const LanguageTag = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 });
export type LanguageTag = Static<typeof LanguageTag>;

/** A direction that one loaded model translates, or two together. */
export const LanguagePair = Type.Object({
  sourceLang: LanguageTag,
  targetLang: LanguageTag,
  /** The language in the middle, where it takes two models: `en` for German to French by de→en and en→fr. */
  via: Type.Optional(LanguageTag),
});
export type LanguagePair = Static<typeof LanguagePair>;

/** Answer of `GET /api/languages`. */
export const LanguagePairList = Type.Object({
  languagePairs: Type.Array(LanguagePair),
  /** Whether `sourceLang` may be `auto`: the detector knows a language that is translated. */
  autoDetect: Type.Boolean(),
});
export type LanguagePairList = Static<typeof LanguagePairList>;

/** What `sourceLang` of a request may be: a language, or `auto` for the one that the text is found to be in. */
export const SourceLang = Type.Union([LanguageTag, Type.Literal('auto')]);
export type SourceLang = Static<typeof SourceLang>;

/** Body of `POST /api/detect`. Only the beginning is looked at. */
export const DetectRequest = Type.Object({ text: Type.String() }, { additionalProperties: false });
export type DetectRequest = Static<typeof DetectRequest>;

/** Answer of `POST /api/detect`: the likeliest first; none for a text without enough letters. */
export const DetectedLanguages = Type.Object({
  languages: Type.Array(
    Type.Object({
      lang: LanguageTag,
      /** 0 to 1; all of an answer add up to at most 1. */
      confidence: Type.Number({ minimum: 0, maximum: 1 }),
    }),
  ),
});
export type DetectedLanguages = Static<typeof DetectedLanguages>;
