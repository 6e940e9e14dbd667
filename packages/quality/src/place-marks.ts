import { placePairs, type WordRange } from './place-pairs.ts';
import type { Mark, Plan } from './plan.ts';

export interface Word {
  readonly start: number;
  readonly word: string;
}

/** How far from its proportional place a mark may go to follow the same punctuation as in the source. */
const reach = 3;

/**
 * Puts emoji and tags back beside the words: at the same share of the sentence, after the same punctuation where such
 * is near. The model gives no alignment, so this is exact for marks between sentences and parts, and near elsewhere. Tags in
 * pairs go around the words that their `phrases` were translated to, where these are found, and never around nothing. Marks
 * keep their order, so what was nested is.
 */
export function placeMarks(text: string, plan: Plan, phrases: readonly string[] = []): string {
  const { marks, wordCount } = plan;
  if (marks.length === 0) return text;
  const words = Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => ({ start: index, word }));
  const ranges = placePairs(plan, words, phrases);
  let offset = 0;
  let placed = '';
  for (const [index, mark] of marks.entries()) {
    const range = ranges.get(index);
    const ideal = range === undefined ? offsetOf(mark, words, wordCount) : edgeOf(mark, words, range);
    if (ideal === undefined) continue;
    const at = Math.max(offset, ideal);
    placed += text.slice(offset, at);
    if (mark.role === 'break') placed = placed.replace(/ $/, '');
    placed += mark.gap + mark.text;
    offset = at;
  }
  return placed + text.slice(offset);
}

/** Where one half of a pair goes that is around these words: punctuation that the pair does not hold stays outside. */
function edgeOf(mark: Mark, words: readonly Word[], { first, last }: WordRange): number {
  if (mark.role === 'open') {
    const { start, word } = words[first] as Word;
    const outside = mark.punctuation === '' ? '' : (/^[^\p{L}\p{M}\p{N}]*/u.exec(word)?.[0] ?? '');
    return start + (outside.length < word.length ? outside.length : 0);
  }
  const { start, word } = words[last] as Word;
  const outside = mark.anchor === '' ? (/[.,;:!?…)]*$/u.exec(word)?.[0] ?? '') : '';
  return start + word.length - (outside.length < word.length ? outside.length : 0);
}

/** Undefined for a line break in a sentence of one word. */
function offsetOf(mark: Mark, words: readonly Word[], wordCount: number): number | undefined {
  if (mark.role === 'break') return breakOffset(mark, words, wordCount);
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

/** Lines are to be about as long as they were, and to end with a comma if they did. */
function breakOffset(mark: Mark, words: readonly Word[], wordCount: number): number | undefined {
  if (words.length < 2) return undefined;
  const share = ((mark.wordIndex + 1) * words.length) / Math.max(1, wordCount);
  const ideal = Math.min(words.length - 1, Math.max(1, Math.round(share)));
  const isPause = (index: number) => /[^\p{L}\p{M}\p{N}]$/u.test(words[index - 1]?.word ?? '');
  const near = mark.anchor === '' ? [] : [ideal, ideal - 1, ideal + 1];
  return words[near.find((index) => index < words.length && isPause(index)) ?? ideal]?.start;
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
