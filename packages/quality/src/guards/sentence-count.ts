type Sentences = readonly (readonly string[])[];

const letters = (sentences: Sentences) => sentences.flat().join('').length;

/** Whether a sentence of three or more words stands twice in the target text and not in the source. */
export function hasDoubledSentence(source: Sentences, target: Sentences): boolean {
  return doubled(target) > doubled(source);
}

function doubled(sentences: Sentences): number {
  if (sentences.length < 2) return 0;
  const long = sentences.filter((words) => words.length > 2).map((words) => words.join(' '));
  return long.length - new Set(long).size;
}

/**
 * Whether the target text has fewer sentences than the source, and is shorter than the source without its shortest
 * sentence: translators join sentences, but that does not make a text so much shorter.
 */
export function hasMissingSentence(source: Sentences, target: Sentences): boolean {
  if (source.length < 2 || target.length >= source.length) return false;
  return letters(target) < 0.62 * letters(source);
}
