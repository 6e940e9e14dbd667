const conjunctions: Readonly<Record<string, string>> = { de: 'und', en: 'and', es: 'y', fr: 'et', it: 'e' };
const quotes: Readonly<Record<string, readonly [open: string, close: string]>> = {
  de: ['„', '“'],
  en: ['“', '”'],
  es: ['«', '»'],
  fr: ['« ', ' »'],
  it: ['«', '»'],
};

/** The language of a BCP 47 tag, in small letters. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}

/** The word "and", which `&` stands for; `undefined` where we do not know it. */
export function conjunctionOf(lang: string): string | undefined {
  return conjunctions[baseLanguage(lang)];
}

/** The usual quotation marks of a language; `undefined` where we do not know them. */
export function quotesOf(lang: string): readonly [open: string, close: string] | undefined {
  return quotes[baseLanguage(lang)];
}

/** Every place where a word stands on its own. */
export function wordPattern(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d])${word}(?![\\p{L}\\d])`, 'giu');
}
