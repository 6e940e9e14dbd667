import { findInline } from './inline.ts';
import { baseLanguage } from './language-marks.ts';

/** A word or phrase and what it is to become; without `target` it is not to be translated. */
export interface GlossaryEntry {
  readonly source: string;
  readonly target?: string | undefined;
}

/** A place in a text where a term stands. */
export interface Term {
  readonly start: number;
  readonly end: number;
  readonly entry: GlossaryEntry;
  /** What the translation is to have for it: the target, or the term itself; in capitals where the text has it so. */
  readonly targetText: string;
}

export interface Glossary {
  /** The terms in a text, in order, without overlaps, the longest first. Takes time linear in the text. */
  find(text: string): Term[];
}

interface Pattern {
  readonly entry: GlossaryEntry;
  readonly source: string;
}

/** Words that are shorter have no endings: `Rat` is not in `Rate`. */
const shortestInflected = 4;
/** Regular endings of nouns and adjectives. Words whose stem changes (`Vertrag`, `Verträge`) are terms of their own. */
const endings: Readonly<Record<string, string>> = {
  de: '(?:e[nmrs]?|ens|[nmrs]|ns)?',
  en: "(?:s|es|['’]s)?",
  fr: '(?:s|x|es)?',
  es: '(?:s|es)?',
};
const isWordCharacter = /[\p{L}\p{M}\d_]/u;

/**
 * A glossary for texts in a language (BCP 47).
 *
 * A term is found as a whole word or words, as it is written, with its first letter large (as a sentence begins) or
 * all in capitals, with one of the regular endings of the language after each word of four letters or more, across line
 * breaks and any white space. It is not found inside of addresses, placeholders and code. Of two entries for one term the
 * first counts.
 */
export function createGlossary(entries: readonly GlossaryEntry[], sourceLang: string): Glossary {
  const ending = endings[baseLanguage(sourceLang)] ?? '';
  const patterns = new Map<string, Pattern[]>();
  for (const entry of entries) {
    const term = entry.source.normalize().trim();
    for (const form of new Set([term, capitalise(term), term.toUpperCase()])) {
      const first = initialOf(form, 0);
      const known = patterns.get(first) ?? [];
      known.push({ entry, source: patternOf(form, ending) });
      patterns.set(first, known);
    }
  }
  const matchers = new Map(Array.from(patterns, ([first, known]) => [first, matcherOf(known)]));
  return {
    find(text) {
      if (matchers.size === 0) return [];
      const terms = findTerms(text, matchers);
      if (terms.length === 0) return [];
      const inline = findInline(text).filter(({ kind }) => kind !== 'conjunction');
      return terms.filter(
        ({ start, end }) => !inline.some((piece) => piece.start < end && piece.end > start),
      );
    },
  };
}

/**
 * What of a glossary decides how a text comes out: the same string for two glossaries that ask the same of it, and
 * `undefined` when no term is in it.
 */
export function glossaryCondition(terms: readonly Term[]): string | undefined {
  if (terms.length === 0) return undefined;
  const asked = terms.map(({ entry: { source, target } }) => JSON.stringify([source, target ?? null]));
  return [...new Set(asked)].sort().join('\n');
}

/** Whether a term's target text is missing in a translation, or there less often than the term in the source. */
export function isTermMissed(terms: readonly Term[], targetText: string): boolean {
  const wanted = Map.groupBy(terms, (term) => term.targetText.toLowerCase());
  return [...wanted].some(([target, asked]) => occurrences(targetText, target).length < asked.length);
}

/** The translation without what the glossary put into it, for those who compare it with the source. */
export function withoutTargets(targetText: string, terms: readonly Term[]): string {
  let text = targetText;
  for (const target of new Set(terms.map((term) => term.targetText.toLowerCase()))) {
    for (const at of occurrences(text, target).reverse()) {
      text = `${text.slice(0, at)} ${text.slice(at + target.length)}`;
    }
  }
  return text;
}

/** The text with something else in place of each term. */
export function replaceTerms(
  text: string,
  terms: readonly Term[],
  replacement: (term: Term) => string,
): string {
  let replaced = '';
  let position = 0;
  for (const term of terms) {
    replaced += text.slice(position, term.start) + replacement(term);
    position = term.end;
  }
  return replaced + text.slice(position);
}

/** Where a target text begins, whatever its case and ending; `target` is in small letters. */
function occurrences(text: string, target: string): number[] {
  const small = text.toLowerCase();
  // A few letters (İ) are longer when they are small: then positions would not fit.
  const searched = small.length === text.length ? small : text;
  const found: number[] = [];
  for (let at = searched.indexOf(target); at >= 0; at = searched.indexOf(target, at + target.length)) {
    const isInWord = isWordCharacter.test(target.charAt(0)) && isWordCharacter.test(searched.charAt(at - 1));
    if (!isInWord) found.push(at);
  }
  return found;
}

function findTerms(text: string, matchers: ReadonlyMap<string, Matcher>): Term[] {
  const terms: Term[] = [];
  let isAfterWord = false;
  for (let at = 0; at < text.length; ) {
    const first = initialOf(text, at);
    const isWord = isWordCharacter.test(first);
    const term = isAfterWord && isWord ? undefined : matchers.get(first)?.(text, at);
    if (term !== undefined) terms.push(term);
    const end = term?.end ?? at + first.length;
    isAfterWord = isWordCharacter.test(text.charAt(end - 1));
    at = end;
  }
  return terms;
}

type Matcher = (text: string, at: number) => Term | undefined;

/** Tries the longest term first. */
function matcherOf(patterns: readonly Pattern[]): Matcher {
  const ordered = patterns.toSorted((a, b) => b.entry.source.length - a.entry.source.length);
  const pattern = new RegExp(ordered.map(({ source }) => `(${source})`).join('|'), 'uy');
  return (text, at) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const entry = match && ordered[match.findIndex((group, i) => i > 0 && group !== undefined) - 1]?.entry;
    if (!entry) return undefined;
    const found = match[0];
    return { start: at, end: at + found.length, entry, targetText: targetOf(entry, found) };
  };
}

function targetOf({ source, target }: GlossaryEntry, found: string): string {
  const isShouted = found.length > 1 && isUpper(found) && !isUpper(source);
  const written = target ?? (isUpper(initialOf(found, 0)) ? capitalise(source) : source);
  return isShouted ? written.toUpperCase() : written;
}

function patternOf(term: string, ending: string): string {
  const words = term.split(/\s+/).map((word) => {
    const isInflected = /\p{L}$/u.test(word) && word.length >= shortestInflected;
    const shouted = isUpper(word) ? ending.toUpperCase() : ending;
    return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') + (isInflected ? shouted : '');
  });
  const end = isWordCharacter.test(term.at(-1) ?? '') ? '(?![\\p{L}\\p{M}\\d_])' : '';
  return words.join('\\s+') + end;
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function capitalise(text: string): string {
  const first = initialOf(text, 0);
  return first.toUpperCase() + text.slice(first.length);
}

function initialOf(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
