import { findInline } from '../inline.ts';

/** Pieces that are looked for one by one; a text in which more are not found at once has lost some. */
const mostSearches = 100;

/** Whether something that must survive is missing in the target text, or is there less often. `&` may become "and". */
export function hasLostInline(sourceText: string, targetText: string): boolean {
  const found = tally(targetText);
  const missing = [...tally(sourceText)].filter(([text, times]) => (found.get(text) ?? 0) < times);
  if (missing.length > mostSearches) return true;
  return missing.some(([text, times]) => text !== '&' && targetText.split(text).length - 1 < times);
}

function tally(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const inline of findInline(text)) counts.set(inline.text, (counts.get(inline.text) ?? 0) + 1);
  return counts;
}
