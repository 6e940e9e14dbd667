import type { Inline } from './inline.ts';
import { matchPairs } from './match-pairs.ts';

/**
 * The part of a segment that is a sentence for the model: without the whitespace, emoji and tags at its ends, without
 * addresses and hashtags that come after its end, and without a name and colon in front (`@anna: …`, `` `size`: … ``). Of a
 * pair of tags, both halves are left out or none.
 */
export function sentenceExtent(text: string, inline: readonly Inline[]): { start: number; end: number } {
  const partners = matchPairs(inline);
  const outerEnd = sentenceEnd(text, 0, inline, () => true);
  const isBehind = (index: number) => (inline[index]?.start ?? 0) >= outerEnd;
  let start = skipSpaces(text, 0);
  const left = new Set<number>();
  for (const [index, piece] of inline.entries()) {
    if (piece.start !== start || !mayBeOutside(piece)) break;
    const after =
      piece.kind === 'word' ? /^(?: ?:| [–—-](?= ))/.exec(text.slice(piece.end, piece.end + 3)) : [''];
    const partner = partners.get(index);
    if (after === null || (partner !== undefined && !isBehind(partner) && !left.has(partner))) break;
    left.add(index);
    start = skipSpaces(text, piece.end + (after[0]?.length ?? 0));
  }
  const isBefore = (index: number) => {
    const partner = partners.get(index);
    return partner === undefined || left.has(partner) || partner > index;
  };
  return balanced(text, inline, partners, start, Math.max(start, sentenceEnd(text, start, inline, isBefore)));
}

/** Should a half at the beginning have lost its partner to the inside after all, it stays inside too. */
function balanced(
  text: string,
  inline: readonly Inline[],
  partners: ReadonlyMap<number, number>,
  start: number,
  end: number,
): { start: number; end: number } {
  const torn = inline.findIndex((piece, index) => {
    const partner = partners.get(index);
    const other = partner === undefined ? undefined : inline[partner];
    return other !== undefined && piece.end <= start && other.start >= start && other.start < end;
  });
  return { start: torn < 0 ? start : skipSpaces(text, inline[torn]?.start ?? start), end };
}

function mayBeOutside({ kind }: Inline): boolean {
  return kind !== 'conjunction' && kind !== 'text' && kind !== 'space' && kind !== 'break';
}

/** Marks at the end are always left out; words only when what comes before all of them is a whole sentence. */
function sentenceEnd(
  text: string,
  start: number,
  inline: readonly Inline[],
  mayLeave: (index: number) => boolean,
): number {
  let end = skipSpacesBack(text, text.length);
  let endOfMarks = end;
  let onlyMarks = true;
  for (let index = inline.length - 1; index >= 0; index -= 1) {
    const piece = inline[index] as Inline;
    if (piece.end !== end || piece.start < start || !mayBeOutside(piece) || !mayLeave(index)) break;
    end = skipSpacesBack(text, piece.start);
    onlyMarks &&= piece.kind !== 'word';
    if (onlyMarks) endOfMarks = end;
  }
  return /[.!?:…]/.test(text.charAt(end - 1)) ? end : endOfMarks;
}

function skipSpaces(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/.test(text.charAt(index))) index += 1;
  return index;
}

function skipSpacesBack(text: string, from: number): number {
  let index = from;
  while (index > 0 && /\s/.test(text.charAt(index - 1))) index -= 1;
  return index;
}
