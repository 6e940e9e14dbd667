import { sentencesOf } from '../sentences.ts';

const letters = (sentences: readonly string[][]) => sentences.flat().join('').length;

/** Whether a sentence of three or more words stands twice in the target text and not in the source. */
export function hasDoubledSentence(sourceText: string, targetText: string): boolean {
  return doubled(sentencesOf(targetText)) > doubled(sentencesOf(sourceText));
}

function doubled(sentences: readonly string[][]): number {
  const long = sentences.filter((words) => words.length > 2).map((words) => words.join(' '));
  return long.length - new Set(long).size;
}

/**
 * Whether the target text has fewer sentences than the source, and is shorter than the source without its shortest
 * sentence: translators join sentences, but that does not make a text so much shorter.
 */
export function hasMissingSentence(sourceText: string, targetText: string): boolean {
  const source = sentencesOf(sourceText);
  const target = sentencesOf(targetText);
  if (source.length < 2 || target.length >= source.length) return false;
  return letters(target) < 0.62 * letters(source);
}
