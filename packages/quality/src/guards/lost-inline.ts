import { findInline, type MarkupOptions } from '../inline.ts';
import { type Markup, writtenPiece } from '../markup.ts';

/** Pieces that are looked for one by one; a text in which more are not found at once has lost some. */
const mostSearches = 100;

/** Whether something that must survive is missing in the target text, or is there less often. `&` may become "and". */
export function hasLostInline(
  sourceText: string,
  targetText: string,
  { markup }: MarkupOptions = {},
): boolean {
  if (markup !== undefined) return hasLostMarkup(sourceText, targetText, markup);
  const found = tally(targetText);
  const missing = [...tally(sourceText)].filter(([text, times]) => (found.get(text) ?? 0) < times);
  if (missing.length > mostSearches) return true;
  return missing.some(([text, times]) => text !== '&' && targetText.split(text).length - 1 < times);
}

/** Tags and the like come in the same order, so that what was nested is; everything else in any order. */
function hasLostMarkup(sourceText: string, targetText: string, markup: Markup): boolean {
  if (pairsOf(sourceText, markup) !== pairsOf(targetText, markup)) return true;
  const found = tallyOf(targetText, markup);
  return [...tallyOf(sourceText, markup)].some(([text, times]) => (found.get(text) ?? 0) < times);
}

function pairsOf(text: string, markup: Markup): string {
  return markup
    .find(text)
    .filter(({ kind }) => kind === 'open' || kind === 'close' || kind === 'mark')
    .map((piece) => writtenPiece(text, piece, () => ''))
    .join('\0');
}

function tallyOf(text: string, markup: Markup): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, name, text: written } of findInline(text, { markup })) {
    const isEmoji = kind === 'mark' && name === undefined;
    if (kind !== 'word' && !isEmoji) continue;
    counts.set(written, (counts.get(written) ?? 0) + 1);
  }
  return counts;
}

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const inline of findInline(text)) counts.set(inline.text, (counts.get(inline.text) ?? 0) + 1);
  return counts;
}
