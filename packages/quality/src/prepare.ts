import { longestPhrase } from './find-phrase.ts';
import { restoreUmlauts } from './german-spelling.ts';
import { replaceTerms, type Term, termsIn } from './glossary.ts';
import { findInline, type Inline, proseOf } from './inline.ts';
import { baseLanguage, quotesOf } from './language-marks.ts';
import { calmWords, headingCase, toSentenceCase, wordsWithOwnCase } from './letter-case.ts';
import type { Pair, Prepared, PrepareOptions } from './plan.ts';
import { findQuantities } from './quantities.ts';
import { replaceInline } from './replace-inline.ts';
import { sentenceExtent } from './sentence-extent.ts';
import { vary } from './variation.ts';

/**
 * Makes a segment ready for the model: characters and spelling as the model has learnt them, headings in the case of
 * sentences, and a stand-in for everything that must survive. `restore` undoes it in the model's output.
 *
 * Takes time linear in the text and never throws.
 */
export function prepare(sourceText: string, options: PrepareOptions): Prepared {
  const { sourceLang, targetLang, markup } = options;
  const terms = heldTerms(sourceText, options);
  const inline = inlineOf(sourceText, terms, options);
  const { start, end } = sentenceExtent(sourceText, inline);
  const inside = inline.filter((piece) => piece.start >= start && piece.end <= end);
  const replaced = replaceInline(sourceText.slice(start, end), start, inside, options);
  const isCopy = !replaced.hasLetters;
  const letterCase = isCopy ? undefined : headingCase(replaced.text, sourceLang);
  const cased =
    letterCase === undefined
      ? calmWords(replaced.text, sourceLang)
      : toSentenceCase(replaced.text, letterCase, sourceLang);
  const spelled = baseLanguage(sourceLang) === 'de' ? restoreUmlauts(cased) : cased;
  const { text, varied } =
    options.variation === undefined ? { text: spelled } : vary(spelled, options.variation);
  return {
    modelText: isCopy ? '' : text,
    plan: {
      prefix: isCopy ? copyOf(sourceText, terms, inline) : written(sourceText, 0, start, inline),
      suffix: isCopy ? '' : written(sourceText, end, sourceText.length, inline),
      ...(isCopy ? nothingReplaced : replaced),
      letterCase,
      keptWords: letterCase === undefined ? new Set() : wordsWithOwnCase(replaced.text, letterCase),
      quotes: /[„“”«»]/.test(sourceText) || isQuoted(inline) ? quotesOf(targetLang) : undefined,
      varied,
      targetLang,
      escape: markup && ((text) => markup.escape(text, proseOf(sourceText, { markup }))),
    },
    phrases: isCopy ? [] : replaced.pairs.map((pair) => phraseOf(text, pair, replaced.wordCount)),
  };
}

/** Whether a quotation mark is written in another way: `&bdquo;`. */
function isQuoted(inline: readonly Inline[]): boolean {
  return inline.some(({ kind, text }) => kind === 'text' && /[„“”«»]/.test(text));
}

/** The words of a pair, if they are few, and fewer than the sentence has. */
function phraseOf(text: string, { first, last }: Pair, wordCount: number): string {
  const length = last - first + 1;
  if (length < 1 || length > longestPhrase || length > 0.8 * wordCount) return '';
  const words = text.match(/\S+/g) ?? [];
  return words
    .slice(first, last + 1)
    .join(' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '');
}

/** Part of the source text as it is to stand in the target: the values within its markup are translated. */
function written(text: string, start: number, end: number, inline: readonly Inline[]): string {
  let result = '';
  let position = start;
  for (const piece of inline) {
    const isMarkup = piece.kind === 'mark' || piece.kind === 'open' || piece.kind === 'close';
    if (!isMarkup || piece.start < position || piece.end > end) continue;
    result += text.slice(position, piece.start) + piece.text;
    position = piece.end;
  }
  return result + text.slice(position, end);
}

const nothingReplaced = {
  standIns: [],
  marks: [],
  pairs: [],
  wordCount: 0,
  conjunctions: [],
  conjunctionCount: 0,
};

/** A text without words for the model, with what its terms are to become. */
function copyOf(text: string, terms: readonly Term[], inline: readonly Inline[]): string {
  return terms.length > 0
    ? replaceTerms(text, terms, ({ targetText }) => targetText)
    : written(text, 0, text.length, inline);
}

function heldTerms(text: string, options: PrepareOptions): Term[] {
  const { heldTerms: held = 'untranslated' } = options;
  const terms = termsIn(text, options);
  return held === 'all' ? terms : terms.filter(({ entry }) => entry.target === undefined);
}

function inlineOf(
  text: string,
  terms: readonly Term[],
  { protectNumbers: all = false, sourceLang, targetLang, ...options }: PrepareOptions,
): Inline[] {
  const found = [
    ...terms.map(({ start, end, targetText }): Inline => ({ kind: 'word', start, end, text: targetText })),
    ...findInline(text, options),
    ...findQuantities(text, { sourceLang, targetLang, all }),
  ];
  let end = 0;
  return found
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((piece) => {
      if (piece.start < end) return false;
      end = piece.end;
      return true;
    });
}
