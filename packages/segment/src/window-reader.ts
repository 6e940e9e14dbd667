/**
 * Reads a text window by window, so that memory stays bounded and no result depends on how the text arrived: a window is the
 * next {@link windowLength} code units, or the rest. What may go on behind a window is left for the next one, which begins
 * where this one's last complete thing ended: a paragraph; failing that, a run of sentences; failing that, a
 * sentence; failing that, the window is divided like a sentence that is too long.
 */
import { createMarkerReader } from './line-marker.ts';
import { type Line, readLines } from './lines.ts';
import { isBlank, toParagraphs, toRuns } from './paragraphs.ts';
import { createSentenceSplitter } from './sentences.ts';
import type { Span } from './source-segment.ts';
import { splitLong } from './split-long.ts';
import { type BreakTest, createWrapDetector } from './wrapped-text.ts';

export const windowLength = 65_536;
/** A sentence that ends nearer than this to the end of its window may look different with what follows. */
const margin = 1_024;

export interface WindowReading {
  /** Sentences, in order; layout may be at their ends. */
  readonly sentences: Span[];
  /** How much of the window is done with. */
  readonly length: number;
}

export interface WindowReaderOptions {
  readonly lang: string;
  readonly lineBreaks: 'unwrap' | 'keep';
}

export function createWindowReader({ lang, lineBreaks }: WindowReaderOptions) {
  const readMarker = createMarkerReader(lang);
  const splitSentences = createSentenceSplitter(lang);
  const keepBreaks: BreakTest = () => false;
  const detectWrap = lineBreaks === 'keep' ? () => keepBreaks : createWrapDetector();
  /** How much of the line at the beginning of the next window has been read. */
  let column = 0;

  const runsOf = (text: string, lines: readonly Line[]): Span[] =>
    toParagraphs(lines).flatMap((paragraph) => toRuns(text, paragraph, detectWrap(text, paragraph)));

  const sentencesOf = (text: string, runs: readonly Span[]): Span[] =>
    runs.flatMap((run) =>
      splitSentences(text.slice(run.start, run.end)).map(({ start, end }) => ({
        start: run.start + start,
        end: run.start + end,
      })),
    );

  const readPart = (text: string, lines: readonly Line[]): WindowReading => {
    const complete = lines.findLastIndex((line, index) => isBlank(line) && index < lines.length - 1) + 1;
    if (complete > 0) {
      const done = lines.slice(0, complete);
      return { sentences: sentencesOf(text, runsOf(text, done)), length: done.at(-1)?.end ?? 0 };
    }
    const runs = runsOf(text, lines);
    const last = runs.at(-1);
    if (last === undefined) return { sentences: [], length: text.length - 1 };
    if (last.start > 0) return { sentences: sentencesOf(text, runs.slice(0, -1)), length: last.start };
    const sentences = sentencesOf(text, [last]).filter(({ end }) => end <= text.length - margin);
    const end = sentences.at(-1)?.end;
    return end === undefined ? cutWindow(text) : { sentences, length: end };
  };

  return {
    /** Reads a window; `isRest` tells that nothing follows it. */
    read(text: string, isRest: boolean): WindowReading {
      const lines = readLines(text, column, readMarker);
      const reading = isRest
        ? { sentences: sentencesOf(text, runsOf(text, lines)), length: text.length }
        : readPart(text, lines);
      const line = lines.findLast(({ start }) => start < reading.length);
      const isInLine = line !== undefined && reading.length < line.end;
      column = isInLine ? line.column + reading.length - line.start : 0;
      return reading;
    },
  };
}

/** A window without a sentence end is divided as if it were a sentence; its last part is left for the next window. */
function cutWindow(text: string): WindowReading {
  const sentences = splitLong(text, { start: 0, end: text.length }, {}).slice(0, -1);
  return { sentences, length: sentences.at(-1)?.end ?? text.length };
}
