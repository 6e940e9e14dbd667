import de from 'cldr-segments-full/segments/de/suppressions.json' with { type: 'json' };
import en from 'cldr-segments-full/segments/en/suppressions.json' with { type: 'json' };
import es from 'cldr-segments-full/segments/es/suppressions.json' with { type: 'json' };
import fr from 'cldr-segments-full/segments/fr/suppressions.json' with { type: 'json' };
import it from 'cldr-segments-full/segments/it/suppressions.json' with { type: 'json' };
import pt from 'cldr-segments-full/segments/pt/suppressions.json' with { type: 'json' };
import ru from 'cldr-segments-full/segments/ru/suppressions.json' with { type: 'json' };
import { dateNames } from './date-names.ts';
import { wordListsOf, words } from './language-words.ts';

/**
 * How an abbreviation goes on:
 * - `open`: something always follows (titles, `z.B.`); it never ends a sentence.
 * - `mayEnd`: it ends one when the next word is one that begins sentences.
 * - `numbered`: it is one only before a number; otherwise it is a word (`No.`, `Art.`, `mar.`).
 */
export type AbbreviationKind = 'open' | 'mayEnd' | 'numbered';

const suppressions = { de, en, es, fr, it, pt, ru };

/** Everywhere, because names travel. */
const commonOpen = words('Mr Mrs Ms Dr Prof St vs cf');
const commonMayEnd = words('Jr Sr Inc Ltd Co Corp Bros etc al');

/**
 * The abbreviations of a language, without their last full stop: CLDR's suppressions, which are derived from texts, and beside them
 * the titles, references and legal forms that they lack. Names of months and days come from ICU.
 */
export function abbreviationsOf(language: string): ReadonlyMap<string, AbbreviationKind> {
  const kinds = new Map<string, AbbreviationKind>();
  const own = wordListsOf(language);
  const add = (list: Iterable<string>, kind: AbbreviationKind) => {
    for (const abbreviation of list) kinds.set(abbreviation, kind);
  };
  add(suppressionsOf(language), 'mayEnd');
  add(shortDateNames(language), 'numbered');
  add([...commonMayEnd, ...words(own?.mayEnd)], 'mayEnd');
  add([...commonOpen, ...words(own?.open)], 'open');
  add(words(own?.numbered), 'numbered');
  return kinds;
}

/** CLDR's list, without the last full stop. */
export function suppressionsOf(language: string): string[] {
  if (!Object.hasOwn(suppressions, language)) return [];
  const { segments } = suppressions[language as keyof typeof suppressions];
  return segments.segmentations.SentenceBreak.standard.map(({ suppression }) => suppression.slice(0, -1));
}

/** Names of months and days that are abbreviations: not `Mai`. */
function shortDateNames(language: string): Set<string> {
  const long = dateNames(language, 'long');
  return new Set([...dateNames(language, 'short')].filter((name) => !long.has(name)));
}
