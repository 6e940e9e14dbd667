/**
 * One sentence and what follows it. A text is the concatenation of `sourceText + gap` over its segments, code unit
 * for code unit. An empty `sourceText` means layout only.
 */
export interface SourceSegment {
  /** What is translated: begins and ends with something other than white space. At most {@link maxSourceLength} code units. */
  readonly sourceText: string;
  /** White space, line breaks, bullets and quote marks between this sentence and the next. At most {@link maxGapLength} code units. */
  readonly gap: string;
}

export const maxSourceLength = 16_384;
export const maxGapLength = 16_384;

/** A half-open range of code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
