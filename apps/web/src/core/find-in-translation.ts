import type { Segment } from '@unlimited/contract';

/** Where something was found: a segment, and on which side. */
export interface Find {
  readonly index: number;
  readonly side: 'source' | 'target';
}

/** More finds than this help nobody. */
export const mostFinds = 5000;
const mostFlagged = 500;

/** Ranges `[start, end)` of a text that equal the query, whatever their case. */
export function matchRanges(text: string, query: string): [number, number][] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&'), 'giu');
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => [index, index + match.length]);
}

/** The segments of a translation that hold the query, in order, read page by page. */
export async function findInTranslation(
  pages: AsyncIterable<readonly Segment[]>,
  query: string,
): Promise<readonly Find[]> {
  const finds: Find[] = [];
  for await (const segments of pages) {
    for (const { index, sourceText, targetText } of segments) {
      if (matchRanges(sourceText, query).length > 0) finds.push({ index, side: 'source' });
      if (targetText !== null && matchRanges(targetText, query).length > 0)
        finds.push({ index, side: 'target' });
      if (finds.length >= mostFinds) return finds;
    }
  }
  return finds;
}

/** The flagged segments of a translation, as many as somebody will go through. */
export async function flaggedSegments(pages: AsyncIterable<readonly Segment[]>): Promise<readonly Segment[]> {
  const flagged: Segment[] = [];
  for await (const segments of pages) {
    flagged.push(...segments.filter(({ flags }) => flags.length > 0));
    if (flagged.length >= mostFlagged) break;
  }
  return flagged.slice(0, mostFlagged);
}

/** Index of the next flagged segment after `index`, going round at the end; `null` if none is flagged. */
export async function findFlagged(
  pages: AsyncIterable<readonly Segment[]>,
  after: number,
): Promise<number | null> {
  let first: number | null = null;
  for await (const segments of pages) {
    for (const { index, flags } of segments) {
      if (flags.length === 0) continue;
      if (index > after) return index;
      first ??= index;
    }
  }
  return first;
}
