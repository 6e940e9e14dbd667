import { skipLayout, trimLayoutEnd } from './characters.ts';
import { createSegmentQueue } from './segment-queue.ts';
import type { SourceSegment } from './source-segment.ts';
import { splitLong } from './split-long.ts';
import { createWindowReader, windowLength } from './window-reader.ts';

export interface SegmenterOptions {
  /** The language of the text, a valid BCP 47 tag (RangeError otherwise). Word lists exist for de, en, es, fr, it. */
  readonly lang: string;
  /** With `countTokens`: a sentence over it is divided at the best place. */
  readonly maxTokens?: number;
  /** The model's count for a text; called only for sentences long enough to be in doubt. */
  readonly countTokens?: (text: string) => number;
  /**
   * `unwrap` (default): sentences of hard-wrapped text run across its line breaks, which are then part of `sourceText`.
   * `keep`: a line break always ends a segment.
   */
  readonly lineBreaks?: 'unwrap' | 'keep';
}

/** Segments a text that arrives in pieces. The result is the same however it was cut; memory is bounded. */
export interface Segmenter {
  /** Takes the next piece; returns the segments that are certain by now, which may be none. */
  push(piece: string): SourceSegment[];
  /** Ends the text and returns the remaining segments. The segmenter is then ready for another text. */
  end(): SourceSegment[];
}

/**
 * ```ts
 * const segmenter = createSegmenter({ lang: 'de' });
 * for await (const piece of stream) store(segmenter.push(piece));
 * store(segmenter.end());
 * ```
 */
export function createSegmenter(options: SegmenterOptions): Segmenter {
  const { lang, lineBreaks = 'unwrap' } = options;
  const queue = createSegmentQueue();
  let reader = createWindowReader({ lang, lineBreaks });
  let pending = '';

  const readWindow = (text: string, isRest: boolean): number => {
    const { sentences, length } = reader.read(text, isRest);
    let layoutStart = 0;
    for (const sentence of sentences) {
      const start = skipLayout(text, sentence.start, sentence.end);
      const end = trimLayoutEnd(text, start, sentence.end);
      if (start === end) continue;
      for (const part of splitLong(text, { start, end }, options)) {
        queue.addLayout(text.slice(layoutStart, part.start));
        queue.addSentence(text.slice(part.start, part.end));
        layoutStart = part.end;
      }
    }
    queue.addLayout(text.slice(layoutStart, length));
    return length;
  };

  return {
    push(piece) {
      pending += piece;
      let read = 0;
      while (pending.length - read >= windowLength) {
        read += readWindow(pending.slice(read, read + windowLength), false);
      }
      if (read > 0) pending = pending.slice(read);
      return queue.take();
    },
    end() {
      if (pending !== '') readWindow(pending, true);
      pending = '';
      reader = createWindowReader({ lang, lineBreaks });
      return queue.takeRest();
    },
  };
}

/** The segments of a whole text. */
export function segmentText(text: string, options: SegmenterOptions): SourceSegment[] {
  const segmenter = createSegmenter(options);
  return segmenter.push(text).concat(segmenter.end());
}

/** The text of segments, code unit for code unit. */
export function joinSegments(segments: Iterable<SourceSegment>): string {
  let text = '';
  for (const { sourceText, gap } of segments) text += sourceText + gap;
  return text;
}
