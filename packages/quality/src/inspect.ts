import type { Flag } from './flag.ts';
import { isTermMissed, replaceTerms, type Term, withoutTargets } from './glossary.ts';
import { isCopied } from './guards/copied-source.ts';
import { isLengthOff } from './guards/length.ts';
import { hasLostInline, hasLostMarkup } from './guards/lost-inline.ts';
import { areNumbersChanged } from './guards/numbers.ts';
import { hasRepetition } from './guards/repetition.ts';
import { hasDoubledSentence, hasMissingSentence } from './guards/sentence-count.ts';
import { isWrongScript } from './guards/wrong-script.ts';
import { findInline, type MarkupOptions, proseBeside } from './inline.ts';
import { withoutMarkup } from './markup.ts';
import { sentencesOf } from './sentences.ts';
import { readWords } from './words.ts';

export interface Inspected extends Pick<MarkupOptions, 'markup'> {
  readonly sourceText: string;
  readonly targetText: string;
  /** BCP 47. */
  readonly sourceLang: string;
  /** BCP 47. */
  readonly targetLang: string;
  /** Lengths under the model's tokenizer, where known. */
  readonly sourceTokens?: number;
  readonly targetTokens?: number;
  /** Terms of a glossary in the source text; what they are to become is not compared with it. */
  readonly terms?: readonly Term[];
  /** Whether the model reached its output limit. */
  readonly cutShort?: boolean;
}

/**
 * What is wrong with a translation, as far as can be told without knowing the languages well: cheap enough for every
 * segment, and silent on nearly every human translation. Both texts are those of the reader, after `restore`.
 *
 * Takes time linear in the texts and never throws.
 */
export function inspect(inspected: Inspected): Flag[] {
  const { terms = [], sourceText, targetText } = inspected;
  if (terms.length === 0) return inspectText(inspected);
  const rest = {
    ...inspected,
    sourceText: replaceTerms(sourceText, terms, () => ' '),
    targetText: withoutTargets(targetText, terms),
  };
  // With nothing but terms there is nothing left to compare.
  const flags = /\p{L}/u.test(rest.sourceText) ? inspectText(rest, inspected) : [];
  return isTermMissed(terms, withoutMarkup(targetText, inspected.markup))
    ? [...flags, 'glossary_missed']
    : flags;
}

function inspectText(inspected: Inspected, whole = inspected): Flag[] {
  const { sourceText, targetText, sourceLang, targetLang, cutShort } = inspected;
  if (!/\p{L}/u.test(sourceText)) return sourceText.trim() === targetText.trim() ? [] : differing(inspected);
  if (!/[\p{L}\p{N}]/u.test(targetText)) return ['empty_target'];
  const [sourceInline, targetInline] = [findInline(sourceText, inspected), findInline(targetText, inspected)];
  const [source, target] = [proseBeside(sourceText, sourceInline), proseBeside(targetText, targetInline)];
  const [sourceWords, targetWords] = [readWords(source), readWords(target)];
  const [sourceSentences, targetSentences] = [sentencesOf(sourceWords), sentencesOf(targetWords)];
  const found: Record<Exclude<Flag, 'empty_target' | 'glossary_missed'>, boolean> = {
    cut_short: cutShort === true,
    repetition: hasRepetition(sourceWords, targetWords),
    copied_source: sourceLang !== targetLang && isCopied(sourceWords, targetWords, sourceLang),
    missing_sentence: hasMissingSentence(sourceSentences, targetSentences),
    doubled_sentence: hasDoubledSentence(sourceSentences, targetSentences),
    length_off: isLengthOff(
      inspected.markup ? { ...inspected, sourceText: source, targetText: target } : inspected,
    ),
    numbers_changed: areNumbersChanged(sourceWords, targetWords),
    // A term may be part of a tag, which is looked at as it is.
    lost_inline: inspected.markup
      ? hasLostMarkup(whole.sourceText, whole.targetText, inspected.markup)
      : hasLostInline({ text: sourceText, inline: sourceInline }, { text: targetText, inline: targetInline }),
    wrong_script: isWrongScript(source, target, targetLang),
  };
  return (Object.keys(found) as (keyof typeof found)[]).filter((flag) => found[flag]);
}

/** A source without letters is copied, so a target text that differs was made up. */
function differing({ sourceText, targetText }: Inspected): Flag[] {
  return areNumbersChanged(readWords(sourceText), readWords(targetText))
    ? ['length_off', 'numbers_changed']
    : ['length_off'];
}
