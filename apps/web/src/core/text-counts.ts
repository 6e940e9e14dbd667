/** Counting sentences of longer texts would be felt while typing. */
const longestCounted = 20_000;

export interface TextCounts {
  /** User-perceived length is close enough to code points. */
  readonly characters: number;
  /** `null` for texts too long to count while typing. */
  readonly sentences: number | null;
}

export function countText(text: string, lang: string): TextCounts {
  if (text.length > longestCounted) return { characters: text.length, sentences: null };
  let characters = 0;
  for (const _ of text) characters++;
  let sentences = 0;
  for (const { segment } of sentenceSegmenter(lang).segment(text))
    if (/\p{L}|\p{N}/u.test(segment)) sentences++;
  return { characters, sentences };
}

const segmenters = new Map<string, Intl.Segmenter>();

function sentenceSegmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang) ?? new Intl.Segmenter(lang, { granularity: 'sentence' });
  segmenters.set(lang, known);
  return known;
}
