import type { SearchSpec } from './search-spec.ts';
import { emptyResult, type SegmentResult } from './segment-result.ts';

export interface TranslateOptions {
  /** Ends the call; what of it still waits is not translated. */
  readonly signal?: AbortSignal;
  /**
   * Whoever has the lower one is translated first; default 0. From 0 on down somebody waits: such texts overtake the batches
   * of others that a process has and has not begun.
   */
  readonly priority?: number;
  /**
   * Somebody waits and may soon ask again: for some seconds the runs of the others are kept short. Default: whether the
   * priority is 0 or below.
   */
  readonly interactive?: boolean;
  /** 1 to 8; default: the engine's, or as many as the alternatives need. */
  readonly beamSize?: number;
  /** The most next best translations of each text, 0 to 7; a search finds fewer than it has beams. Default 0. */
  readonly alternatives?: number;
}

/** One sentence of one call on its way through queue and processes. */
export interface QueueItem {
  readonly call: TranslateCall;
  readonly index: number;
  /** Token ids, the last one for the end of the sentence. */
  readonly ids: readonly number[];
  readonly size: number;
  readonly priority: number;
  readonly search: SearchSpec;
  attempts: number;
}

/** Gathers the results of one call; the promise settles once, whatever comes later is ignored. */
export class TranslateCall {
  readonly promise: Promise<SegmentResult[]>;
  /** What there is to translate: of an empty sentence the result is known. */
  readonly items: readonly QueueItem[];
  readonly #results: SegmentResult[];
  readonly #settle: { resolve(results: SegmentResult[]): void; reject(reason: unknown): void };
  #missing: number;
  #settled = false;

  constructor(
    sentences: readonly (readonly number[])[],
    { priority, search }: Pick<QueueItem, 'priority' | 'search'>,
  ) {
    const { promise, resolve, reject } = Promise.withResolvers<SegmentResult[]>();
    this.promise = promise;
    this.#settle = { resolve, reject };
    this.#results = sentences.map(() => emptyResult);
    this.items = sentences
      .map((ids, index) => ({ call: this, index, ids, size: ids.length, priority, search, attempts: 0 }))
      .filter(({ ids }) => ids.length > 1);
    this.#missing = this.items.length;
    if (this.#missing === 0) this.#finish(() => resolve(this.#results));
  }

  get settled(): boolean {
    return this.#settled;
  }

  accept(index: number, result: SegmentResult): void {
    if (this.#settled) return;
    this.#results[index] = result;
    this.#missing -= 1;
    if (this.#missing === 0) this.#finish(() => this.#settle.resolve(this.#results));
  }

  fail(reason: unknown): void {
    this.#finish(() => this.#settle.reject(reason));
  }

  #finish(settle: () => void): void {
    if (this.#settled) return;
    this.#settled = true;
    settle();
  }
}
