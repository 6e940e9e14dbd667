import type { TextOutcome } from './child-message.ts';
import { EngineError } from './engine-error.ts';
import type { SearchSpec } from './search-spec.ts';

/** What became of one text. */
export interface SegmentResult {
  readonly targetText: string;
  /** The next best translations, best first, as many as were asked for and found; all different. */
  readonly alternatives: readonly string[];
  /** The model did not end the translation itself; it ran into the limit that the source's length sets. */
  readonly cutShort: boolean;
  /** End of sentence included. */
  readonly sourceTokens: number;
  readonly targetTokens: number;
}

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

/** One text of one call on its way through queue and processes. */
export interface QueueItem {
  readonly call: TranslateCall;
  readonly index: number;
  readonly text: string;
  readonly size: number;
  readonly priority: number;
  readonly search: SearchSpec;
  attempts: number;
}

/** Gathers the results of one call; the promise settles once, whatever comes later is ignored. */
export class TranslateCall {
  readonly promise: Promise<SegmentResult[]>;
  readonly items: readonly QueueItem[];
  readonly #results: SegmentResult[];
  readonly #settle: { resolve(results: SegmentResult[]): void; reject(reason: unknown): void };
  #missing: number;
  #settled = false;

  constructor(
    texts: readonly string[],
    { priority, search }: Pick<QueueItem, 'priority' | 'search'>,
    estimateTokens: (text: string) => number,
  ) {
    const { promise, resolve, reject } = Promise.withResolvers<SegmentResult[]>();
    this.promise = promise;
    this.#settle = { resolve, reject };
    this.#results = new Array(texts.length);
    this.#missing = texts.length;
    this.items = texts.map((text, index) => ({
      call: this,
      index,
      text,
      size: estimateTokens(text),
      priority,
      search,
      attempts: 0,
    }));
    if (texts.length === 0) this.#finish(() => resolve([]));
  }

  get settled(): boolean {
    return this.#settled;
  }

  accept(index: number, outcome: TextOutcome): void {
    if (this.#settled) return;
    if ('code' in outcome) {
      this.fail(new EngineError(outcome.code, outcome.message));
      return;
    }
    this.#results[index] = outcome;
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
