export { isTranslatable } from './is-translatable.ts';
export { createRunSegmenter, type RunSegmenter, type TextRun } from './run-segmenter.ts';
export * from './segmenter.ts';
export { maxGapLength, maxSourceLength, type SourceSegment } from './source-segment.ts';
