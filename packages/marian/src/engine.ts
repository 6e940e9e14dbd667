import { availableParallelism } from 'node:os';
import { EngineError } from './engine-error.ts';
import { defaultMaxBatchTokens, type EngineOptions, type ModelSpec } from './engine-options.ts';
import type { EngineStats } from './engine-stats.ts';
import { ModelProcesses } from './model-processes.ts';
import { ModelSearches } from './model-searches.ts';
import { prepareModel } from './prepare-model.ts';
import type { SegmentResult } from './segment-result.ts';
import { loadTokenizer } from './tokenizer.ts';
import type { TranslateOptions } from './translate-call.ts';
import { unlessAborted } from './unless-aborted.ts';

/** A model that serves. */
export interface LoadedModel {
  readonly sourceLang: string;
  readonly targetLang: string;
  /** Hex SHA-256 of the model's files and of every setting that changes what comes out. */
  readonly modelKey: string;
  /** Hypotheses kept for each sentence, unless a call says otherwise. */
  readonly beamSize: number;
  /** Longest segment, in tokens; a longer one is refused, never cut. */
  readonly maxSourceTokens: number;
  /** Tokens of a text as the model sees it, end of sentence included. */
  countTokens(text: string): number;
}

export interface Engine {
  readonly models: readonly LoadedModel[];
  /** Whether every model has a warm process. */
  readonly ready: boolean;
  /**
   * Translates texts, one result for each, in their order; batches are made across all calls that wait and want the same search.
   * The first call with a beam size of its own waits until the model is compiled for it.
   *
   * @throws EngineError `model_not_found`, `segment_too_long` (nothing of the call is delivered then), `search_unavailable`,
   *   `engine_crashed` (a segment that killed three processes) or `closed`; RangeError; or the signal's reason.
   */
  translate(modelKey: string, texts: readonly string[], options?: TranslateOptions): Promise<SegmentResult[]>;
  stats(): EngineStats;
  /** Ends all processes. What waits is rejected with `closed`. */
  close(): Promise<void>;
}

interface Served {
  readonly model: LoadedModel;
  readonly processes: ModelProcesses;
  readonly searches: ModelSearches;
}

async function serve(spec: ModelSpec, options: EngineOptions): Promise<Served> {
  const prepared = await prepareModel(spec, options);
  const { modelKey, folder, files, config } = prepared;
  const searches = new ModelSearches(prepared, options);
  const tokenizer = await loadTokenizer(folder, config.eosTokenId);
  const threads = options.threads ?? 1;
  return {
    model: {
      sourceLang: spec.sourceLang,
      targetLang: spec.targetLang,
      modelKey,
      beamSize: prepared.beamSize,
      maxSourceTokens: config.maxSourceTokens,
      countTokens: (text) => tokenizer.encode(text).length,
    },
    processes: new ModelProcesses({
      load: { folder, files, search: searches.usual, threads },
      tokenizer,
      maxSourceTokens: config.maxSourceTokens,
      maxBatchTokens: options.maxBatchTokens ?? defaultMaxBatchTokens,
      processes: options.processes ?? availableParallelism(),
      childEntry: options.childEntry,
      logger: options.logger,
    }),
    searches,
  };
}

/**
 * Loads the models and starts their processes; resolves when each has one that is warm.
 *
 * @throws EngineError `model_not_found` or `model_invalid`; nothing is left running then.
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const started = await Promise.allSettled(options.models.map((spec) => serve(spec, options)));
  const served = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const close = async () => {
    for (const { searches } of served) searches.close();
    await Promise.all(served.map(({ processes }) => processes.close()));
  };
  try {
    for (const result of started) if (result.status === 'rejected') throw result.reason;
    await Promise.all(served.map(({ processes }) => processes.warm));
  } catch (error) {
    await close();
    throw error;
  }
  const byKey = new Map(served.map((each) => [each.model.modelKey, each]));
  return {
    models: served.map(({ model }) => model),
    get ready() {
      return served.every(({ processes }) => processes.ready);
    },
    async translate(modelKey, texts, options = {}) {
      const each = byKey.get(modelKey);
      if (each === undefined) throw new EngineError('model_not_found', `no model has the key ${modelKey}`);
      const search = await unlessAborted(each.searches.find(options), options.signal);
      return each.processes.translate(texts, search, options);
    },
    stats: () => ({
      models: served.map(({ model: { modelKey, sourceLang, targetLang }, processes }) => ({
        modelKey,
        sourceLang,
        targetLang,
        ...processes.stats(),
      })),
    }),
    close,
  };
}
