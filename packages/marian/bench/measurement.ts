/** The system that a process opens, and what it is to work with. */
export interface MeasureTask {
  readonly system: 'ours' | 'transformers';
  /** The module of another release of transformers.js than the project's. */
  readonly peer?: string;
  readonly folder: string;
  /** Whether transformers.js is told to use one thread, as ours does; its default are all, which wait by spinning. */
  readonly singleThread?: boolean;
  /** Compiled graph, for ours. */
  readonly graph?: string;
  readonly beamSize: number;
  readonly sentences: readonly string[];
  /** Tokens that every sentence is to become; without it, as many as the model wants. */
  readonly targetTokens?: number;
}

/** What a process is told: first what to open, then how many of the sentences to translate now. */
export type MeasureRequest =
  | ({ readonly type: 'open' } & MeasureTask)
  | { readonly type: 'run'; readonly batch: number };

export interface OpenFigures {
  /** From the start of the process to the first translation. */
  readonly loadMs: number;
  /** One sentence, until its first token is known. */
  readonly firstTokenMs: number;
}

export interface RunFigures {
  readonly tokens: number;
  /** How often it translated: once, or several single sentences one after the other. */
  readonly calls: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most that was resident so far. */
  readonly peakMemoryMb: number;
}

/** What a process like the engine's own is to decode. */
export interface MemoryTask extends Required<Pick<MeasureTask, 'folder' | 'graph' | 'beamSize'>> {
  readonly batches: readonly number[];
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
