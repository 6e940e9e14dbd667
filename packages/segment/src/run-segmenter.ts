import { skipLayout, trimLayoutEnd } from './characters.ts';
import { createSegmentQueue } from './segment-queue.ts';
import type { SegmenterOptions } from './segmenter.ts';
import { createSentenceSplitter } from './sentences.ts';
import type { SourceSegment, Span } from './source-segment.ts';
import { splitLong } from './split-long.ts';

/** Text within which sentences are looked for. */
export interface TextRun {
  readonly text: string;
  /**
   * What the rules see instead of `text`, of equal length: its markup in the guise of what it is to a sentence (a letter for a
   * word, quotation marks for what opens and closes, spaces for spaces).
   */
  readonly shape: string;
  /** Markup that no cut may go through, in order. */
  readonly pieces: readonly Span[];
}

/** Segments a text whose structure is known: something else has told layout and text apart. */
export interface RunSegmenter {
  addLayout(layout: string): void;
  addRun(run: TextRun): void;
  /** Takes the segments that are certain by now. */
  take(): SourceSegment[];
  /** Ends the text. */
  takeRest(): SourceSegment[];
}

/** What stands for markup in a shape costs a model next to nothing. */
const markup = /[“”]{2,}|\u034f+/g;

export function createRunSegmenter(options: Omit<SegmenterOptions, 'lineBreaks'>): RunSegmenter {
  const queue = createSegmentQueue();
  const splitSentences = createSentenceSplitter(options.lang);
  const { countTokens } = options;
  const limit = {
    maxTokens: options.maxTokens,
    countTokens: countTokens && ((shape: string) => countTokens(shape.replace(markup, ''))),
  };

  return {
    addLayout: queue.addLayout,
    addRun({ text, shape, pieces }) {
      let layoutStart = 0;
      for (const sentence of splitSentences(shape)) {
        const start = skipLayout(shape, sentence.start, sentence.end);
        const end = trimLayoutEnd(shape, start, sentence.end);
        if (start === end) continue;
        for (const part of aroundPieces(splitLong(shape, { start, end }, limit), pieces)) {
          queue.addLayout(text.slice(layoutStart, part.start));
          queue.addSentence(text.slice(part.start, part.end));
          layoutStart = part.end;
        }
      }
      queue.addLayout(text.slice(layoutStart));
    },
    take: queue.take,
    takeRest: queue.takeRest,
  };
}

/** The parts with their common ends moved out of the pieces in which they lie. */
function aroundPieces(parts: readonly Span[], pieces: readonly Span[]): Span[] {
  if (parts.length === 1) return [...parts];
  const moved: Span[] = [];
  let next = 0;
  for (const part of parts) {
    const last = moved.at(-1);
    while ((pieces[next]?.end ?? Number.POSITIVE_INFINITY) <= part.start) next++;
    const piece = pieces[next];
    const isCut = last !== undefined && piece !== undefined && piece.start < part.start;
    if (!isCut) moved.push(part);
    else if (piece.start > last.start) {
      moved[moved.length - 1] = { start: last.start, end: piece.start };
      moved.push({ start: piece.start, end: part.end });
    } else moved[moved.length - 1] = { start: last.start, end: part.end };
  }
  return moved;
}
