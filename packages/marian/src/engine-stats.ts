/** Counts since the start, and the state of the moment. */
export interface ModelStats {
  readonly modelKey: string;
  readonly sourceLang: string;
  readonly targetLang: string;
  /** Segments that wait for a batch, and their tokens. */
  readonly waitingSegments: number;
  readonly waitingTokens: number;
  /** Segments that a process has. */
  readonly busySegments: number;
  readonly processes: readonly { readonly pid: number; readonly warm: boolean }[];
  readonly restarts: number;
  readonly batches: number;
  readonly segments: number;
  readonly sourceTokens: number;
  readonly targetTokens: number;
  readonly cutShort: number;
}

export interface EngineStats {
  readonly models: readonly ModelStats[];
}
