import type { CompileOptions } from './compile/compile-model.ts';
import type { TargetSentence } from './decoder.ts';
import type { EngineErrorCode } from './engine-error.ts';
import type { GraphFiles } from './model-folder.ts';
import type { SearchSpec } from './search-spec.ts';

/** What a child process needs to load a model. */
export interface LoadMessage {
  readonly type: 'load';
  readonly folder: string;
  readonly files: GraphFiles;
  /** What is ready at once; another one is when it is asked for. */
  readonly search: SearchSpec;
  readonly threads: number;
}

/** Fetch a model from the hub into a folder, then end. */
export interface FetchMessage {
  readonly type: 'fetch';
  readonly modelId: string;
  readonly cacheDir: string;
  readonly hubUrl?: string;
}

/** Compile a model, then end. */
export interface CompileMessage extends CompileOptions {
  readonly type: 'compile';
}

export interface TranslateMessage {
  readonly type: 'translate';
  readonly batchId: number;
  /** Token ids, each sentence ending in the end-of-sentence token. */
  readonly sentences: readonly (readonly number[])[];
  readonly search: SearchSpec;
  /** Done before those that are not, and between the runs of the one that is under way. */
  readonly urgent: boolean;
  /** The largest run, in padded tokens; with more beams than the model has, fewer. */
  readonly maxRunTokens: number;
}

export type HostMessage = LoadMessage | FetchMessage | CompileMessage | TranslateMessage;

export type ChildMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly code: EngineErrorCode; readonly message: string }
  | { readonly type: 'translated'; readonly batchId: number; readonly targets: readonly TargetSentence[] };
