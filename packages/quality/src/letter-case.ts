import { germanLowercaseWords } from './german-lowercase-words.ts';

/** How a heading was written, so that its translation can be written the same way. */
export type LetterCase = 'upper' | 'title';

/** Acronyms that can be read as words; those without a vowel are told by that. */
const acronyms = new Set(
  (
    'ABI ADAC ADHS AG AGB AIDS AKW AOK API APP ARD ASCII BAFIN BASF BAFÖG BIOS BIP CAD CEO CIA COVID CIO CPU DAX DIN DNA DSGVO EDV EEG ' +
    'EG EKD EKG ERP ESA EU EZB FAQ FBI FIFA GAU GEMA GEZ GPU GUI HIV HNO ICE IBAN IBM ID IHK IKEA IOS IP ISBN ISO IT JPEG KI LAN LED ' +
    'MIT NASA NATO NGO OECD OK OPEC ÖPNV PC PDF PIN QR RAF RAM ROM SAP SEPA SIM SMS SOS SPD SUV TÜV TAN TV UEFA UFO UI UKW UNESCO ' +
    'UNICEF UNO URL US USA USB UV VIP VW WHO WLAN WM WTO ZDF EM II III IV VI VII VIII IX XI XII XIII'
  ).split(' '),
);
/** In an English heading not the acronyms that they look like. */
const englishPronouns = new Set(['IT', 'US', 'WHO']);
const mixedForms: ReadonlyMap<string, string> = new Map([
  ['GMBH', 'GmbH'],
  ['EV', 'e.V.'],
]);

/** English words that titles write small. */
const smallInTitles = new Set(
  'a an and as at but by for from if in into nor of off on onto or over per so the to up via with yet'.split(
    ' ',
  ),
);

/** Runs of letters without the mixed tokens that have digits (`Ca2+`, `H2O`, `B2`). */
const letterRun = /(?<![\p{L}\p{M}\d_])\p{L}[\p{L}\p{M}]*(?![\d_])(?<=[\p{L}\p{M}])(?![\p{L}\p{M}])/gu;
const isUpper = (word: string) => word === word.toUpperCase() && word !== word.toLowerCase();
const isCapitalised = (word: string) => isUpper(word.charAt(0)) && !isUpper(word.slice(1));
const isAcronym = (word: string) => acronyms.has(word) || !/[AEIOUÄÖÜYÀ-Þ]/.test(word);

/** Case is only told from text that is not too long to be a heading, and cheap to look at. */
const longestHeading = 2000;

/** Whether the text is a heading in capitals or, for German, in Title Case; `undefined` for ordinary case. */
export function headingCase(text: string, lang: string): LetterCase | undefined {
  if (text.length > longestHeading) return undefined;
  const plain: string[] = [];
  for (const [word] of text.matchAll(letterRun)) {
    if (word.length < 2) continue;
    const isSmall = word === word.toLowerCase();
    // No kind of heading has a small word behind its first one, and sentences soon have.
    if (isSmall && plain.length > 0) return undefined;
    if (isSmall || isUpper(word) || isCapitalised(word)) plain.push(word);
  }
  if (plain.length === 0) return undefined;
  if (plain.every(isUpper)) return plain.some((word) => isWordInCapitals(word, lang)) ? 'upper' : undefined;
  return isGerman(lang) && isTitleCase(plain) ? 'title' : undefined;
}

/** Not an acronym: known to be a word, or too long for an acronym and pronounceable. */
function isWordInCapitals(word: string, lang: string): boolean {
  if (isAcronym(word) || mixedForms.has(word)) return false;
  return word.length > 3 || (isGerman(lang) && germanLowercaseWords.has(word.toLowerCase()));
}

/** Two small words or more written large, and none written small. Sentences have small words that are small. */
function isTitleCase(words: readonly string[]): boolean {
  const rest = words.slice(1);
  const small = rest.filter((word) => germanLowercaseWords.has(word.toLowerCase()));
  return rest.length > 1 && rest.every(isCapitalised) && small.length > 0;
}

function isGerman(lang: string): boolean {
  return /^de\b/i.test(lang);
}

function isEnglish(lang: string): boolean {
  return /^en\b/i.test(lang);
}

/**
 * A heading in the case of a sentence: German nouns large, everything else small, acronyms and mixed tokens (kWh,
 * Ca2+, iPhone) as they are. A word that is not known to be written small counts as a noun.
 */
export function toSentenceCase(text: string, heading: LetterCase, lang: string): string {
  let end = -1;
  return text.replace(letterRun, (word, offset: number) => {
    const first = end < 0 || /[.!?]["')]*\s/.test(text.slice(end, offset));
    end = offset + word.length;
    if (word === 'I' && isEnglish(lang)) return word;
    if (word.length > 1 && !isUpper(word) && !(heading === 'title' && isCapitalised(word))) return word;
    if (heading === 'upper' && isUpper(word)) {
      const mixed = mixedForms.get(word);
      if (mixed !== undefined) return mixed;
      if (isAcronym(word) && !isSmallWord(word, lang)) return word;
    }
    const lower = word.toLowerCase();
    const small = isGerman(lang) ? germanLowercaseWords.has(lower) : true;
    return small && !first ? lower : capitalise(lower);
  });
}

function isSmallWord(word: string, lang: string): boolean {
  if (isEnglish(lang)) return englishPronouns.has(word);
  return isGerman(lang) && !acronyms.has(word) && germanLowercaseWords.has(word.toLowerCase());
}

/**
 * German words that are shouted in an ordinary sentence (`Das ist NICHT erlaubt`), in small letters. Nouns are left
 * alone: they cannot be told from acronyms.
 */
export function calmWords(text: string, lang: string): string {
  if (!isGerman(lang)) return text;
  return text.replace(/(?<![\p{L}\d_-])\p{Lu}{4,40}(?![\p{L}\d_-])/gu, (word) =>
    germanLowercaseWords.has(word.toLowerCase()) ? word.toLowerCase() : word,
  );
}

/** The translation of a heading, written as the heading was. Mixed tokens and the words in `kept` stay as they are. */
export function restoreCase(text: string, heading: LetterCase, kept: ReadonlySet<string>): string {
  let first = true;
  return text.replace(/[\p{L}\p{M}\d'’]+/gu, (word) => {
    const atStart = first;
    first = false;
    if (kept.has(word) || isMixed(word)) return word;
    if (heading === 'upper') return word.toUpperCase();
    return !atStart && smallInTitles.has(word.toLowerCase()) ? word.toLowerCase() : capitalise(word);
  });
}

function isMixed(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word) || /^\p{Lu}{2,}\p{Ll}/u.test(word);
}

function capitalise(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}

/** Words of a heading that have a case of their own: kWh, iPhone, mg. */
export function wordsWithOwnCase(text: string, heading: LetterCase): ReadonlySet<string> {
  const words = text.match(/[\p{L}\p{M}\d'’]+/gu) ?? [];
  return new Set(words.filter((word) => isMixed(word) || (heading === 'upper' && /\p{Ll}/u.test(word))));
}
