export { isTranslatable } from './is-translatable.ts';
export * from './segmenter.ts';
export { maxGapLength, maxSourceLength, type SourceSegment } from './source-segment.ts';
