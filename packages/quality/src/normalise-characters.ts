/** Ligatures that PDFs put in place of letters. */
const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/** Letters that old HTML writes as entities. Entities of other characters are kept, see `findInline`. */
const letterEntities: Readonly<Record<string, string>> = {
  '&auml;': 'ä',
  '&ouml;': 'ö',
  '&uuml;': 'ü',
  '&Auml;': 'Ä',
  '&Ouml;': 'Ö',
  '&Uuml;': 'Ü',
  '&szlig;': 'ß',
  '&eacute;': 'é',
  '&egrave;': 'è',
  '&agrave;': 'à',
  '&ccedil;': 'ç',
  '&ntilde;': 'ñ',
  '&nbsp;': ' ',
};

/** Soft hyphens, zero-width spaces and marks of writing direction. Joiners are part of emoji, so they go elsewhere. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const strayJoiner = /(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)[\u200c\u200d]/gu;
/** A word that a line end cut: the next line goes on in small letters, but not with the word of a shared ending. */
const cutWord = /(?<=\p{Ll})(?:-|\u00ad) ?\r?\n[ \t]*(?=\p{Ll})(?!(?:und|oder|bzw|and|or)\b)/gu;

/** Nothing but what the steps below leave as it is. */
const isNormal = /^[ -%'-~äöüÄÖÜß]*$/;

/**
 * The text as a model has learnt to read it: composed letters, plain spaces, straight quotation marks, no invisible
 * characters, no ligatures, words whole that a line end cut. For the model only, never for what is stored.
 * Superscripts, fractions, dashes and the like stay as they are: a tokenizer knows what to do with them.
 */
export function normaliseCharacters(text: string): string {
  if (isNormal.test(text)) return text;
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(cutWord, '')
    .replace(invisible, '')
    .replace(strayJoiner, '')
    .replace(/[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]/gu, ' ')
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligatures[ligature] ?? ligature)
    .replace(/&[A-Za-z]{4,6};/g, (entity) => letterEntities[entity] ?? entity)
    .replace(/[„“”‟«»]/g, '"')
    .replace(/[‚‘’‛‹›]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/…/g, '...');
}
