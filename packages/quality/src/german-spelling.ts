import { germanLowercaseWords } from './german-lowercase-words.ts';
import { germanUmlautNouns } from './german-umlaut-nouns.ts';

const vowels: Readonly<Record<string, string>> = { ae: 'ä', oe: 'ö', ue: 'ü', Ae: 'Ä', Oe: 'Ö', Ue: 'Ü' };
const isKnown = (word: string) => germanLowercaseWords.has(word) || germanUmlautNouns.has(word);

/**
 * German with `ae`, `oe`, `ue` for umlauts, with the umlauts: only words that are known with an umlaut and unknown
 * without (`fuer`, `moechte`, `Aenderung`), so that `neue`, `Duell` and `Goethe` stay, as does a text that has umlauts.
 *
 * The Swiss `ss` for `ß` is left alone: on 370 test sentences it costs the model nothing, and undoing it would have to
 * tell `Masse` from `Maße`.
 */
export function restoreUmlauts(text: string): string {
  if (/[äöüÄÖÜ]/.test(text)) return text;
  return text.replace(/(?<![\p{L}\d_])\p{L}{3,40}(?![\p{L}\d_])/gu, (word) => {
    if (!/[aou]e/i.test(word) || isKnown(word.toLowerCase())) return word;
    return umlautForms(word).find((form) => isKnown(form.toLowerCase())) ?? word;
  });
}

/** The word with each and with all of its digraphs replaced: `aktualisierbaere` needs one, `ueberpruefen` two. */
function umlautForms(word: string): string[] {
  const digraph = /[aouAOU]e/g;
  const all = word.replace(digraph, (pair) => vowels[pair] ?? pair);
  const each = [...word.matchAll(digraph)].map(
    ({ index, 0: pair }) => word.slice(0, index) + (vowels[pair] ?? pair) + word.slice(index + 2),
  );
  return [all, ...each];
}
