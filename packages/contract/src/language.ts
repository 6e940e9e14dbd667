import { type Static, Type } from 'typebox';

/** A language as a BCP 47 tag, in lower case as far as the registry writes it so: `de`, `en`, `pt-BR`. */
export const LanguageTag = Type.String({ pattern: '^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35 });
export type LanguageTag = Static<typeof LanguageTag>;

/** A direction that a loaded model translates. */
export const LanguagePair = Type.Object({
  sourceLang: LanguageTag,
  targetLang: LanguageTag,
});
export type LanguagePair = Static<typeof LanguagePair>;

/** Answer of `GET /api/languages`. */
export const LanguagePairList = Type.Object({ languagePairs: Type.Array(LanguagePair) });
export type LanguagePairList = Static<typeof LanguagePairList>;
