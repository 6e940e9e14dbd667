import { findInline, type Inline } from './inline.ts';
import { baseLanguage } from './language-marks.ts';
import type { Markup } from './markup.ts';

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

/** Words that are shorter have no endings: `Rat` is not in `Rate`. */
const shortestInflected = 4;
const longestEnding = 3;
/** Regular endings of nouns and adjectives. Words whose stem changes (`Vertrag`, `Verträge`) are terms of their own. */
const endings: Readonly<Record<string, ReadonlySet<string>>> = {
  de: new Set(['e', 'n', 'r', 's', 'm', 'en', 'er', 'es', 'em', 'ns', 'ens']),
  en: new Set(['s', 'es']),
  fr: new Set(['s', 'x', 'es']),
  es: new Set(['s', 'es']),
};
const noEndings: ReadonlySet<string> = new Set();

const isWordCharacter = /[\p{L}\p{M}\d_]/u;
const tokenPattern = /[\p{L}\p{M}\d_]+|[^\s\p{L}\p{M}\d_]/gu;

/** A word or a sign. */
interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly isAfterSpace: boolean;
}

/** Terms that begin with the same words; by the next word, a space in front of it if there is one. */
interface Node {
  readonly next: Map<string, Node>;
  entry: GlossaryEntry | undefined;
}

/**
 * A glossary for texts in a language (BCP 47).
 *
 * A term is found as a whole word or words, as it is written, with its first letter large (as a sentence begins) or
 * all in capitals, with one of the regular endings of the language after each word of four letters or more, across line
 * breaks and any white space. It is not found inside of addresses, placeholders and code. Of two entries for one term the
 * first counts.
 */
export function createGlossary(entries: readonly GlossaryEntry[], sourceLang: string): Glossary {
  const root: Node = { next: new Map(), entry: undefined };
  for (const entry of entries) {
    const term = entry.source.normalize();
    for (const form of [term, capitalise(term.trim()), term.toUpperCase()]) addTerm(root, form, entry);
  }
  const known = endings[baseLanguage(sourceLang)] ?? noEndings;
  return {
    find(text) {
      if (root.next.size === 0) return [];
      const terms = findTerms(text, root, known);
      if (terms.length === 0) return [];
      const inline = findInline(text).filter(({ kind }) => kind !== 'conjunction');
      return outside(terms, inline);
    },
  };
}

/** The terms that touch none of these places; both are in order. */
function outside(terms: readonly Term[], places: readonly Inline[]): Term[] {
  let at = 0;
  return terms.filter(({ start, end }) => {
    while (at < places.length && (places[at]?.end ?? 0) <= start) at += 1;
    return (places[at]?.start ?? end) >= end;
  });
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

function addTerm(root: Node, form: string, entry: GlossaryEntry): void {
  let node = root;
  for (const [i, token] of tokensOf(form).entries()) {
    const key = i > 0 && token.isAfterSpace ? ` ${token.text}` : token.text;
    const next = node.next.get(key) ?? { next: new Map(), entry: undefined };
    node.next.set(key, next);
    node = next;
  }
  node.entry ??= entry;
}

function tokensOf(text: string): Token[] {
  let end = 0;
  return Array.from(text.matchAll(tokenPattern), ({ index: start, 0: found }) => {
    const isAfterSpace = start > end;
    end = start + found.length;
    return { text: found, start, end, isAfterSpace };
  });
}

function findTerms(text: string, root: Node, known: ReadonlySet<string>): Term[] {
  const tokens = tokensOf(text);
  const terms: Term[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = longestTerm(tokens, at, root, known);
    if (found === undefined) {
      at += 1;
      continue;
    }
    const [start, end] = [tokens[at]?.start ?? 0, tokens[found.after - 1]?.end ?? 0];
    terms.push({ start, end, entry: found.entry, targetText: targetOf(found.entry, text.slice(start, end)) });
    at = found.after;
  }
  return terms;
}

/** The longest term that begins with a token, and the number of the token after it. */
function longestTerm(
  tokens: readonly Token[],
  at: number,
  root: Node,
  known: ReadonlySet<string>,
): { entry: GlossaryEntry; after: number } | undefined {
  let longest: { entry: GlossaryEntry; after: number } | undefined;
  const open: { node: Node; after: number }[] = [{ node: root, after: at }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { node, after } = place;
    if (node.entry !== undefined && after > (longest?.after ?? at)) longest = { entry: node.entry, after };
    const token = tokens[after];
    if (token === undefined || node.next.size === 0) continue;
    const space = after > at && token.isAfterSpace ? ' ' : '';
    for (const form of formsOf(token.text, known)) {
      const next = node.next.get(space + form);
      if (next !== undefined) open.push({ node: next, after: after + 1 });
    }
  }
  return longest;
}

/** A word as it is, which counts most and comes last, and without each ending that it may have. */
function formsOf(word: string, known: ReadonlySet<string>): string[] {
  const forms: string[] = [];
  for (let length = longestEnding; length > 0; length -= 1) {
    if (word.length - length < shortestInflected) continue;
    const [stem, ending] = [word.slice(0, -length), word.slice(-length)];
    if (known.has(isUpper(word) ? ending.toLowerCase() : ending)) forms.push(stem);
  }
  return [...forms, word];
}

function targetOf({ source, target }: GlossaryEntry, found: string): string {
  const isShouted = found.length > 1 && isUpper(found) && !isUpper(source);
  const written = target ?? (isUpper(initialOf(found)) ? capitalise(source) : source);
  return isShouted ? written.toUpperCase() : written;
}

function isUpper(text: string): boolean {
  return text === text.toUpperCase() && text !== text.toLowerCase();
}

function capitalise(text: string): string {
  const first = initialOf(text);
  return first.toUpperCase() + text.slice(first.length);
}

function initialOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** The terms of a glossary in a text, less those within the markup of its format. */
export function termsIn(
  text: string,
  { glossary, markup }: { readonly glossary?: Glossary | undefined; readonly markup?: Markup | undefined },
): Term[] {
  const terms = glossary?.find(text) ?? [];
  if (markup === undefined || terms.length === 0) return terms;
  const pieces = markup.find(text).filter(({ kind }) => kind !== 'text' && kind !== 'space');
  return terms.filter((term) => !pieces.some(({ start, end }) => start < term.end && end > term.start));
}
