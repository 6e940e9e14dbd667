import type { Segment } from '@unlimited/contract';
import { segmentsPerSection } from './segment-cache.ts';

/** Sentences that stand on one line of the source, with the layout before them. */
export interface Paragraph {
  /** Index of the first segment; identifies the paragraph. */
  readonly first: number;
  /** Spaces and tabs at the beginning of its line. */
  readonly indent: string;
  /** Empty lines before it. */
  readonly blankLines: number;
  readonly segments: readonly Segment[];
}

export type SectionSource = (sectionNo: number) => readonly Segment[] | undefined;

/** At most this many sentences move to the section before them, so that their paragraph stays in one piece. */
const longestContinuation = 12;
const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
const lineBreaks = /\r\n|[\n\r\u2028\u2029]/g;

/**
 * The paragraphs of a section. A paragraph belongs to the section in which it begins, as far as its neighbours are
 * loaded: it is not torn where the section ends, unless it is longer than a section.
 */
export function layOutSection(sectionNo: number, source: SectionSource): Paragraph[] {
  const own = source(sectionNo);
  if (own === undefined) return [];
  const next = source(sectionNo + 1);
  const segments = [
    ...own.slice(continuationOf(sectionNo, source)),
    ...(next?.slice(0, continuationOf(sectionNo + 1, source)) ?? []),
  ];
  const previous = segments[0] === undefined ? undefined : segmentBefore(segments[0], source);
  return layOut(segments, previous === undefined ? '' : previous.gap, previous === undefined);
}

/** Paragraphs of segments; `gapBefore` is what stood before the first of them. */
export function layOut(segments: readonly Segment[], gapBefore: string, atTextStart: boolean): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let current: Segment[] = [];
  // The start of the text is the start of a line.
  let gap = atTextStart ? `\n${gapBefore}` : gapBefore;
  for (const segment of segments) {
    if (segment.sourceText === '') {
      gap += segment.gap;
      if (current.length > 0) current = [];
      continue;
    }
    if (current.length === 0 || lineBreak.test(gap)) {
      current = [];
      const lines = gap.split(lineBreaks);
      const blankLines = Math.max(0, lines.length - 2);
      const indent = lines.length > 1 ? (lines.at(-1) ?? '') : '';
      paragraphs.push({ first: segment.index, indent, blankLines, segments: current });
    }
    current.push(segment);
    gap = segment.gap;
  }
  return paragraphs;
}

/** How many segments at the beginning of a section belong to the section before it. */
function continuationOf(sectionNo: number, source: SectionSource): number {
  const before = source(sectionNo - 1)?.at(-1);
  const own = source(sectionNo);
  if (before === undefined || own === undefined || before.sourceText === '' || lineBreak.test(before.gap))
    return 0;
  const end = own.slice(0, longestContinuation).findIndex(({ gap }) => lineBreak.test(gap));
  if (end >= 0) return end + 1;
  // The text itself ends here.
  return own.length < segmentsPerSection && own.length <= longestContinuation ? own.length : 0;
}

function segmentBefore({ index }: Segment, source: SectionSource): Segment | undefined {
  if (index === 0) return undefined;
  return source(Math.floor((index - 1) / segmentsPerSection))?.[(index - 1) % segmentsPerSection];
}
