/**
 * Text → the runs within which sentences are looked for. A run is a line without its indentation, marker and terminator; a cell
 * of a line with columns; or, in hard-wrapped text, all the lines that a wrapped sentence may cross.
 */

import type { Line } from './lines.ts';
import type { Span } from './source-segment.ts';
import type { BreakTest } from './wrapped-text.ts';

export function isBlank(line: Line): boolean {
  return line.bodyStart === line.bodyEnd;
}

/** Cuts lines at blank ones, which it leaves out, and around rules. */
export function toParagraphs(lines: readonly Line[]): Line[][] {
  const paragraphs: Line[][] = [];
  let current: Line[] | undefined;
  for (const line of lines) {
    if (isBlank(line)) {
      current = undefined;
    } else if (current && !line.isRule) {
      current.push(line);
    } else {
      paragraphs.push([line]);
      current = line.isRule ? undefined : paragraphs.at(-1);
    }
  }
  return paragraphs;
}

/** The runs of a paragraph, in order. */
export function toRuns(text: string, paragraph: readonly Line[], isSoftBreak: BreakTest): Span[] {
  const runs: Span[] = [];
  let previous: Line | undefined;
  for (const line of paragraph) {
    const last = runs.at(-1);
    if (line.hasColumns) {
      pushCells(text, line, runs);
    } else if (last && previous && isSoftBreak(previous, line)) {
      runs[runs.length - 1] = { start: last.start, end: line.bodyEnd };
    } else {
      runs.push({ start: line.bodyStart, end: line.bodyEnd });
    }
    previous = line;
  }
  return runs;
}

function pushCells(text: string, line: Line, runs: Span[]): void {
  const body = text.slice(line.bodyStart, line.bodyEnd);
  let start = line.bodyStart;
  for (const gap of body.matchAll(/\t| {3,}/g)) {
    const end = line.bodyStart + gap.index;
    if (end > start) runs.push({ start, end });
    start = end;
  }
  runs.push({ start, end: line.bodyEnd });
}
