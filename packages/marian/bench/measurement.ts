/** What one process is to measure. */
export interface MeasureTask {
  readonly system: 'ours' | 'transformers';
  readonly folder: string;
  /** Whether transformers.js is told to use one thread, as ours does; its default are all, which wait by spinning. */
  readonly singleThread?: boolean;
  /** Compiled graph, for ours. */
  readonly graph?: string;
  readonly beamSize: number;
  /** Sentences in a batch. */
  readonly batches: readonly number[];
  readonly sentences: readonly string[];
  /** Tokens that every sentence is to become; without it, as many as the model wants. */
  readonly targetTokens?: number;
}

/** What a process like the engine's own is to decode. */
export interface MemoryTask extends Required<Pick<MeasureTask, 'folder' | 'graph' | 'beamSize' | 'batches'>> {
  readonly sentences: readonly (readonly number[])[];
  readonly targetTokens?: number;
}

/** What a process holds after a step. */
export interface MemoryFigures {
  readonly after: string;
  /** The most that was resident so far. */
  readonly peakMb: number;
  /** What is its own now: pages of files, which processes share and the kernel takes back when it needs them, left out. */
  readonly ownMb: number;
}

export interface BatchFigures {
  readonly batch: number;
  /** Best of several runs. */
  readonly tokensPerCpuSecond: number;
  readonly tokensPerSecond: number;
  /** From text to text, milliseconds. */
  readonly latencyMs: number;
  readonly cpuMs: number;
}

export interface Figures {
  /** From the start of the process to the first translation. */
  readonly loadMs: number;
  readonly peakMemoryMb: number;
  /** One sentence, until its first token is known. */
  readonly firstTokenMs?: number;
  readonly batches: readonly BatchFigures[];
}
