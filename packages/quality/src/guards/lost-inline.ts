import { findInline, type Inline } from '../inline.ts';
import { type Markup, writtenPiece } from '../markup.ts';

/** Pieces that are looked for one by one; a text in which more are not found at once has lost some. */
const mostSearches = 100;

/** A text and the inline things in it. */
export interface InlineText {
  readonly text: string;
  readonly inline: readonly Inline[];
}

/** Whether something that must survive is missing in the target text, or is there less often. `&` may become "and". */
export function hasLostInline(source: InlineText, target: InlineText): boolean {
  if (source.inline.length === 0) return false;
  const found = tally(target);
  const missing = [...tally(source)].filter(([text, times]) => (found.get(text) ?? 0) < times);
  if (missing.length > mostSearches) return true;
  return missing.some(([text, times]) => text !== '&' && target.text.split(text).length - 1 < times);
}

/** The same under a format. Tags and the like come in the same order, so that what was nested is; everything else in any order. */
export function hasLostMarkup(sourceText: string, targetText: string, markup: Markup): boolean {
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

function tally({ inline }: InlineText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of inline) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
