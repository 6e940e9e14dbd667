import { isInsideCharacter } from './characters.ts';
import { maxGapLength, type SourceSegment } from './source-segment.ts';

/** Puts sentences and the layout between them together to segments. */
export interface SegmentQueue {
  addSentence(sourceText: string): void;
  addLayout(layout: string): void;
  /** Takes what is complete: all but the last segment, whose gap may still grow. */
  take(): SourceSegment[];
  /** Takes everything. */
  takeRest(): SourceSegment[];
}

export function createSegmentQueue(): SegmentQueue {
  let complete: SourceSegment[] = [];
  let sourceText = '';
  let gap = '';

  const close = () => {
    if (sourceText !== '' || gap !== '') complete.push({ sourceText, gap });
    sourceText = '';
    gap = '';
  };

  const take = () => {
    const taken = complete;
    complete = [];
    return taken;
  };

  return {
    addSentence(text) {
      close();
      sourceText = text;
    },
    addLayout(layout) {
      gap += layout;
      while (gap.length > maxGapLength) {
        const cut = isInsideCharacter(gap, maxGapLength) ? maxGapLength - 1 : maxGapLength;
        complete.push({ sourceText, gap: gap.slice(0, cut) });
        sourceText = '';
        gap = gap.slice(cut);
      }
    },
    take,
    takeRest() {
      close();
      return take();
    },
  };
}
