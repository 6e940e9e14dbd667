import type { Translation } from '@unlimited/contract';
import type { Preferences } from '../../core/preferences.ts';
import { segmentsPerSection } from '../../core/segment-cache.ts';

/** Width of a letter on average, in parts of the size of the type. */
const letterWidth = 0.48;
const columnPadding = 48;

/** How high a section will be, before it was seen: from the average length of its sentences and the width for them. */
export function estimateSectionHeight(
  { sourceLength, segmentCount }: Translation,
  element: HTMLElement | null,
  view: Preferences['view'],
): number {
  if (element === null) return 800;
  const { fontSize, lineHeight } = getComputedStyle(element);
  const sizePx = Number.parseFloat(fontSize);
  const linePx = Number.parseFloat(lineHeight) || sizePx * 1.65;
  const stacked = element.clientWidth < 640;
  const columns = view === 'both' && !stacked ? 2 : 1;
  const lettersPerLine = Math.max(
    10,
    (element.clientWidth / columns - columnPadding) / (sizePx * letterWidth),
  );
  const letters = (sourceLength / Math.max(1, segmentCount)) * segmentsPerSection;
  const lines = letters / lettersPerLine + segmentsPerSection / 4;
  return Math.round(lines * linePx * (view === 'both' && stacked ? 2 : 1));
}
