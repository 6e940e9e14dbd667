import type { Mark, Plan } from './plan.ts';

interface Word {
  readonly start: number;
  readonly word: string;
}

/** How far from its proportional place a mark may go to follow the same punctuation as in the source. */
const reach = 3;

/**
 * Puts emoji and tags back beside the words: at the same share of the sentence, after the same punctuation where such
 * is near. The model gives no alignment, so this is exact for marks between sentences and parts, and near elsewhere.
 */
export function placeMarks(text: string, { marks, wordCount }: Plan): string {
  if (marks.length === 0) return text;
  const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => ({ start: index, word }));
  const inserts = marks.map((mark) => ({
    offset: offsetOf(mark, words, wordCount),
    text: mark.gap + mark.text,
  }));
  let offset = 0;
  let placed = '';
  for (const insert of inserts) {
    const at = Math.max(offset, insert.offset);
    placed += text.slice(offset, at) + insert.text;
    offset = at;
  }
  return placed + text.slice(offset);
}

function offsetOf(mark: Mark, words: readonly Word[], wordCount: number): number {
  if (words.length === 0) return 0;
  const scale = wordCount === 0 ? 0 : words.length / wordCount;
  const share = mark.side === 'after' ? (mark.wordIndex + 1) * scale - 1 : mark.wordIndex * scale;
  const index = Math.min(words.length - 1, Math.max(0, Math.round(share)));
  if (mark.side === 'before') {
    const { start, word } = words[index] as Word;
    return word.startsWith(mark.punctuation) ? start + mark.punctuation.length : start;
  }
  const { start, word } = words[nearestAnchor(mark, words, index)] as Word;
  const isOutside = mark.punctuation !== '' && word.endsWith(mark.punctuation);
  return start + word.length - (isOutside ? mark.punctuation.length : 0);
}

function nearestAnchor(mark: Mark, words: readonly Word[], index: number): number {
  const anchor = mark.punctuation || mark.anchor;
  if (anchor === '') return index;
  for (let distance = 0; distance <= reach; distance += 1) {
    for (const candidate of [index - distance, index + distance]) {
      if (words[candidate]?.word.endsWith(anchor)) return candidate;
    }
  }
  return index;
}
