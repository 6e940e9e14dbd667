import { type Static, Type } from 'typebox';

const languageTag = (description: string) =>
  Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35, description });

export const LanguageTag = languageTag(
  'A BCP 47 tag, in lower case as far as the registry writes it so: `de`, `en`, `pt-BR`',
);
export type LanguageTag = Static<typeof LanguageTag>;

/** A direction that one loaded model translates, or two together. */
export const LanguagePair = Type.Object({
  sourceLang: LanguageTag,
  targetLang: LanguageTag,
  via: Type.Optional(
    languageTag(
      'The language in the middle, where it takes two models: `en` for German to French by de→en and en→fr',
    ),
  ),
});
export type LanguagePair = Static<typeof LanguagePair>;

/** Answer of `GET /api/languages`. */
export const LanguagePairList = Type.Object({
  languagePairs: Type.Array(LanguagePair, { description: 'Every pair that can be had' }),
  autoDetect: Type.Boolean({
    description: 'Whether `sourceLang` may be `auto`: the detector knows a language that is translated',
  }),
});
export type LanguagePairList = Static<typeof LanguagePairList>;

export const SourceLang = Type.Union([LanguageTag, Type.Literal('auto')], {
  description: 'A language, or `auto` for the one that the text is found to be in',
});
export type SourceLang = Static<typeof SourceLang>;

/** Body of `POST /api/detect`. Only the beginning is looked at. */
export const DetectRequest = Type.Object(
  { text: Type.String({ description: 'Only its beginning is looked at' }) },
  { additionalProperties: false },
);
export type DetectRequest = Static<typeof DetectRequest>;

/** Answer of `POST /api/detect`: the likeliest first; none for a text without enough letters. */
export const DetectedLanguages = Type.Object({
  languages: Type.Array(
    Type.Object({
      lang: LanguageTag,
      confidence: Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'All of an answer add up to at most 1',
      }),
    }),
    { description: 'The likeliest first; none for a text without enough letters' },
  ),
});
export type DetectedLanguages = Static<typeof DetectedLanguages>;
