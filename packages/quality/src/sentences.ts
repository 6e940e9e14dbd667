import { readWords, type TextWords } from './words.ts';

/** The sentences of a text as lists of small words: roughly, by a final mark and a following capital. */
export function sentencesOf({ text, words }: TextWords): (readonly string[])[] {
  if (!/[.!?…]["'”’“»)]{0,2}\s/.test(text)) return words.length === 0 ? [] : [words];
  return text
    .split(/(?<=[\p{L}\p{M}\d]{2}[.!?…]["'”’“»)]{0,2})\s+(?=["'„“«(]?[\p{Lu}])/u)
    .map((sentence) => readWords(sentence).words)
    .filter((words) => words.length > 0);
}
