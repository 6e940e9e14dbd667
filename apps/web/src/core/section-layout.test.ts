import type { Segment } from '@unlimited/contract';
import { expect, test } from 'vitest';
import { layOutSection } from './section-layout.ts';
import { segmentsPerSection } from './segment-cache.ts';

function toSegments(parts: readonly (readonly [sourceText: string, gap: string])[]): Segment[] {
  return parts.map(([sourceText, gap], index) => ({
    index,
    sourceText,
    gap,
    targetText: null,
    origin: null,
    flags: [],
  }));
}

function sectionsOf(segments: readonly Segment[]) {
  return (no: number) =>
    no < 0 || no * segmentsPerSection >= segments.length
      ? undefined
      : segments.slice(no * segmentsPerSection, (no + 1) * segmentsPerSection);
}

function layOutAll(segments: readonly Segment[]) {
  const source = sectionsOf(segments);
  const sectionCount = Math.ceil(segments.length / segmentsPerSection);
  return Array.from({ length: sectionCount }, (_, no) => layOutSection(no, source)).flat();
}

/** Repeatable random numbers, so that a failure can be looked at. */
function createRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test('every sentence stands in exactly one paragraph, in order, whatever the layout', () => {
  const gaps = [' ', ' ', ' ', '', '\n', '\n\n', ' \r\n\t', '\n\n\n    ', '\u2028', '  '];
  for (let seed = 1; seed <= 300; seed++) {
    const random = createRandom(seed);
    const parts = Array.from({ length: Math.floor(random() * 120) }, (_, index): [string, string] => [
      random() < 0.05 ? '' : `Satz ${index}.`,
      gaps[Math.floor(random() * gaps.length)] as string,
    ]);
    const segments = toSegments(parts);
    const laidOut = layOutAll(segments).flatMap((paragraph) => paragraph.segments.map(({ index }) => index));
    expect(laidOut).toEqual(segments.filter(({ sourceText }) => sourceText !== '').map(({ index }) => index));
  }
});

test('a paragraph that crosses the end of a section stays in one piece', () => {
  const parts = Array.from({ length: 40 }, (_, index): [string, string] => [
    `S${index}.`,
    index % 5 === 4 ? '\n\n' : ' ',
  ]);
  const paragraphs = layOutAll(toSegments(parts));
  expect(paragraphs.map(({ segments }) => segments.length)).toEqual(Array(8).fill(5));
  expect(paragraphs.map(({ blankLines }) => blankLines)).toEqual([0, ...Array(7).fill(1)]);
});

test('a paragraph longer than sections is torn, never lost', () => {
  const parts = Array.from({ length: 100 }, (_, index): [string, string] => [`S${index}.`, ' ']);
  const paragraphs = layOutAll(toSegments(parts));
  expect(paragraphs.flatMap(({ segments }) => segments)).toHaveLength(100);
  expect(paragraphs.every(({ blankLines }) => blankLines === 0)).toBe(true);
});

test('indents and empty lines are those of the source', () => {
  const segments = toSegments([
    ['', '\n\n  '],
    ['Titel', '\n\n\n\t'],
    ['- eins', '\n\t'],
    ['- zwei', '\n'],
    ['Ende.', ''],
  ]);
  expect(layOutAll(segments).map(({ indent, blankLines }) => [indent, blankLines])).toEqual([
    ['  ', 2],
    ['\t', 2],
    ['\t', 0],
    ['', 0],
  ]);
});

test('what is not loaded yet is laid out as far as it is known', () => {
  const segments = toSegments(
    Array.from({ length: 64 }, (_, index) => [`S${index}.`, index % 7 === 6 ? '\n' : ' ']),
  );
  const source = sectionsOf(segments);
  expect(layOutSection(1, () => undefined)).toEqual([]);
  const alone = layOutSection(1, (no) => (no === 1 ? source(1) : undefined));
  expect(alone.flatMap((paragraph) => paragraph.segments)).toHaveLength(segmentsPerSection);
});
