import { restoreUmlauts } from './german-spelling.ts';
import { replaceTerms, type Term } from './glossary.ts';
import { findInline, type Inline } from './inline.ts';
import { baseLanguage, quotesOf } from './language-marks.ts';
import { calmWords, headingCase, toSentenceCase, wordsWithOwnCase } from './letter-case.ts';
import type { Prepared, PrepareOptions } from './plan.ts';
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
  const { sourceLang, targetLang } = options;
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
      prefix: isCopy
        ? replaceTerms(sourceText, terms, ({ targetText }) => targetText)
        : sourceText.slice(0, start),
      suffix: isCopy ? '' : sourceText.slice(end),
      ...(isCopy ? nothingReplaced : replaced),
      letterCase,
      keptWords: letterCase === undefined ? new Set() : wordsWithOwnCase(replaced.text, letterCase),
      quotes: /[„“”«»]/.test(sourceText) ? quotesOf(targetLang) : undefined,
      varied,
      targetLang,
    },
  };
}

const nothingReplaced = { standIns: [], marks: [], wordCount: 0, conjunctions: [], conjunctionCount: 0 };

function heldTerms(text: string, { glossary, heldTerms: held = 'untranslated' }: PrepareOptions): Term[] {
  const terms = glossary?.find(text) ?? [];
  return held === 'all' ? terms : terms.filter(({ entry }) => entry.target === undefined);
}

function inlineOf(
  text: string,
  terms: readonly Term[],
  { protectNumbers: all = false, sourceLang, targetLang }: PrepareOptions,
): Inline[] {
  const found = [
    ...terms.map(({ start, end, targetText }): Inline => ({ kind: 'word', start, end, text: targetText })),
    ...findInline(text),
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
