import { findPhrase } from './find-phrase.ts';
import type { Word } from './place-marks.ts';
import type { Pair, Plan } from './plan.ts';

/** Words by number, both ends included. */
export interface WordRange {
  readonly first: number;
  readonly last: number;
}

interface Node {
  readonly pair: Pair;
  readonly phrase: string;
  readonly children: Node[];
}

/** For each mark that is half of a pair around words: the words of the target that the pair goes around. */
export function placePairs(
  { pairs, wordCount }: Plan,
  words: readonly Word[],
  phrases: readonly string[],
): Map<number, WordRange> {
  const ranges = new Map<number, WordRange>();
  const scale = words.length / Math.max(1, wordCount);

  const place = (nodes: readonly Node[], from: number, to: number): void => {
    let floor = from;
    for (const [k, { pair, phrase, children }] of nodes.entries()) {
      const ceiling = Math.max(floor + 1, to - (nodes.length - k - 1));
      if (floor >= to) return;
      const share = proportional(pair, scale);
      const found = findPhrase(phrase, words, floor, ceiling, share.first) ?? share;
      const first = Math.min(Math.max(found.first, floor), ceiling - 1);
      const last = Math.min(Math.max(found.last, first), ceiling - 1);
      ranges.set(pair.open, { first, last }).set(pair.close, { first, last });
      place(children, first, last + 1);
      floor = last + 1;
    }
  };

  place(toTree(pairs, phrases), 0, words.length);
  return ranges;
}

function proportional({ first, last }: Pair, scale: number): WordRange {
  const start = Math.round(first * scale);
  const length = Math.max(1, Math.round((last - first + 1) * scale));
  return { first: start, last: start + length - 1 };
}

/** Pairs in pairs; those around no words are left out. */
function toTree(pairs: readonly Pair[], phrases: readonly string[]): Node[] {
  const roots: Node[] = [];
  const open: Node[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (pair.last < pair.first) continue;
    const node: Node = { pair, phrase: phrases[index] ?? '', children: [] };
    while ((open.at(-1)?.pair.close ?? Number.POSITIVE_INFINITY) < pair.open) open.pop();
    (open.at(-1)?.children ?? roots).push(node);
    open.push(node);
  }
  return roots;
}
