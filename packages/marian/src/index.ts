export { createEngine, type Engine, type LoadedModel } from './engine.ts';
export { EngineError, type EngineErrorCode } from './engine-error.ts';
export type { EngineLogger, EngineOptions, ModelSpec } from './engine-options.ts';
export type { EngineStats, ModelStats } from './engine-stats.ts';
export { prepareModels } from './prepare-model.ts';
export type { SegmentResult } from './segment-result.ts';
export type { TranslateOptions } from './translate-call.ts';
