/** One sentence on its way into a decoder. */
export interface SourceSentence {
  /** Token ids, ending in the end-of-sentence token. */
  readonly ids: readonly number[];
  /** The most tokens that may be chosen for it, end of sentence included. */
  readonly maxTargetTokens: number;
}

/** What a decoder made of one sentence. */
export interface TargetSentence {
  /** Token ids without start, end and padding. */
  readonly ids: readonly number[];
  /** Whether the model ended the sentence itself, before the limit. */
  readonly ended: boolean;
  /** Other hypotheses of a beam search that ended, best first; none of them empty. */
  readonly alternatives: readonly (readonly number[])[];
}

/** Token ids in, token ids out; one call is one batch. */
export interface Decoder {
  decode(batch: readonly SourceSentence[]): Promise<TargetSentence[]>;
  close(): Promise<void>;
}
