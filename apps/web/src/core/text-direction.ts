/** Languages that are written from right to left, unless their tag names another script. */
const languagesFromTheRight = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'iw',
  'ks',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const scriptsFromTheRight = new Set(['adlm', 'arab', 'hebr', 'nkoo', 'rohg', 'syrc', 'thaa']);
const lettersFromTheRight =
  /[\p{Script=Adlam}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Nko}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * The direction of a passage. In a language written from right to left it runs so even where it begins with a Latin
 * name; a passage without such letters, and any in another language, follows its first letter. Without letters the
 * language decides.
 *
 * @param lang A BCP 47 tag, or empty where nobody knows.
 */
export function textDirection(text: string, lang: string): 'rtl' | 'ltr' {
  const fromTheRight = isFromTheRight(lang);
  if (fromTheRight && lettersFromTheRight.test(text)) return 'rtl';
  const [first] = /\p{L}/u.exec(text) ?? [];
  return (first === undefined ? fromTheRight : lettersFromTheRight.test(first)) ? 'rtl' : 'ltr';
}

/** The direction of a sentence where it is not that of the passage around it: its full stop then stays at its own end. */
export function ownDirection(text: string, lang: string, around: 'rtl' | 'ltr'): 'rtl' | 'ltr' | undefined {
  const own = textDirection(text, lang);
  return own === around || text === '' ? undefined : own;
}

/** Whether a language is written from right to left. */
export function isFromTheRight(tag: string): boolean {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  return script === undefined ? languagesFromTheRight.has(language) : scriptsFromTheRight.has(script);
}
