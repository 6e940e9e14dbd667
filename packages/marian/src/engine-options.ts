/** A language pair and where its model lies. */
export interface ModelSpec {
  /** BCP 47. */
  readonly sourceLang: string;
  /** BCP 47. */
  readonly targetLang: string;
  /** A folder in transformers.js layout, or a hub id such as `Xenova/opus-mt-de-en`. */
  readonly source: string;
}

/** The part of pino's logger that the engine uses: object first, then a constant message. */
export interface EngineLogger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** See {@link EngineOptions.maxBatchTokens}. */
export const defaultMaxBatchTokens = 1_024;

export interface EngineOptions {
  readonly models: readonly ModelSpec[];
  /** Child processes per model, of which one is started at once and the others with the first work; default: one for each processor. */
  readonly processes?: number;
  /** Threads that one child computes with; default 1. */
  readonly threads?: number;
  /** The largest batch, in padded tokens (longest sentence × sentences); default 1,024: more costs memory and gains little. */
  readonly maxBatchTokens?: number;
  /** Hypotheses kept per sentence, unless a call says otherwise; 1 is greedy; default: what the model's generation settings say. */
  readonly beamSize?: number;
  /** Where hub models and compiled graphs are kept; default: `unlimited-translation` in the system's temp folder. */
  readonly cacheDir?: string;
  /** A mirror of the model hub; default: the hub itself. */
  readonly hubUrl?: string;
  /** The module that a child process runs, for callers that are bundled into one file. */
  readonly childEntry?: URL;
  readonly logger?: EngineLogger;
}
