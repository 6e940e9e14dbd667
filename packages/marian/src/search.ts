import type { TargetSentence } from './decoder.ts';

/** What a search wants of the next step: one row per entry. */
export interface NextRows {
  /** For each row, the row of the step before that it continues. */
  readonly parents: readonly number[];
  /** For each row, the token that it is given. */
  readonly tokens: readonly number[];
}

/** Chooses tokens for a batch, one step at a time. */
export interface Search {
  /**
   * Takes the logits of the last step, rows × vocabulary; the first step has one row for each sentence.
   * Answers `undefined` when every sentence is finished.
   */
  next(logits: Float32Array): NextRows | undefined;
  results(): TargetSentence[];
}

export interface SearchSettings {
  readonly vocabSize: number;
  readonly eosTokenId: number;
  readonly suppressedTokenIds: readonly number[];
  readonly lengthPenalty: number;
}
