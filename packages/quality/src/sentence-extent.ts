import type { Inline } from './inline.ts';

/**
 * The part of a segment that is a sentence for the model: without the whitespace, emoji and tags at its ends, without
 * addresses and hashtags that come after its end, and without a name and colon in front (`@anna: …`, `` `size`: … ``).
 */
export function sentenceExtent(text: string, inline: readonly Inline[]): { start: number; end: number } {
  let start = skipSpaces(text, 0);
  for (const piece of inline) {
    if (piece.start !== start) break;
    const after =
      piece.kind === 'word' ? /^(?: ?:| [–—-](?= ))/.exec(text.slice(piece.end, piece.end + 3)) : [''];
    if (after === null || piece.kind === 'conjunction') break;
    start = skipSpaces(text, piece.end + (after[0]?.length ?? 0));
  }
  return { start, end: Math.max(start, sentenceEnd(text, start, inline)) };
}

/** Marks at the end are always left out; words only when what comes before all of them is a whole sentence. */
function sentenceEnd(text: string, start: number, inline: readonly Inline[]): number {
  let end = skipSpacesBack(text, text.length);
  let endOfMarks = end;
  let onlyMarks = true;
  for (const piece of inline.toReversed()) {
    if (piece.end !== end || piece.start < start || piece.kind === 'conjunction') break;
    end = skipSpacesBack(text, piece.start);
    onlyMarks &&= piece.kind === 'mark';
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
