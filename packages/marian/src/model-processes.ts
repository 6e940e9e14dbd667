import type { ChildProcess } from 'node:child_process';
import { BatchQueue, isUrgent } from './batch-queue.ts';
import type { ChildMessage, LoadMessage } from './child-message.ts';
import { sendTo, startChild, stopChild } from './child-process.ts';
import type { TargetSentence } from './decoder.ts';
import { EngineError } from './engine-error.ts';
import type { EngineLogger } from './engine-options.ts';
import { chooseSlot, type ProcessSlot } from './process-slot.ts';
import type { SearchSpec } from './search-spec.ts';
import { type SegmentResult, toSegmentResult } from './segment-result.ts';
import type { Tokenizer } from './tokenizer.ts';
import { type QueueItem, TranslateCall, type TranslateOptions } from './translate-call.ts';

export interface ModelProcessesOptions {
  readonly load: Omit<LoadMessage, 'type'>;
  readonly tokenizer: Tokenizer;
  readonly maxSourceTokens: number;
  readonly maxBatchTokens: number;
  readonly processes: number;
  readonly childEntry: URL | undefined;
  readonly logger: EngineLogger | undefined;
}

const maxAttempts = 3;
const restartDelayMs = { first: 100, longest: 10_000 };
/** A batch below this many padded tokens is not made smaller only to give every process a share. */
const smallestShare = 512;
/**
 * Once an interactive call has come, more are likely: for a while the others are computed in runs of at most so many padded
 * tokens, between which such a call gets its turn. That costs the others a sixth of their speed.
 */
const interactiveTime = { ms: 5_000, maxRunTokens: 256 };

/** The processes that serve one model, and the queue that they work on. */
export class ModelProcesses {
  readonly #options: ModelProcessesOptions;
  readonly #queue = new BatchQueue<QueueItem>();
  readonly #calls = new Set<TranslateCall>();
  readonly #slots: ProcessSlot[] = [];
  readonly #firstWarm = Promise.withResolvers<void>();
  readonly #counts = { restarts: 0, batches: 0, segments: 0, sourceTokens: 0, targetTokens: 0, cutShort: 0 };
  #nextBatchId = 0;
  #interactiveAt = Number.NEGATIVE_INFINITY;
  #everWarm = false;
  #closed = false;

  constructor(options: ModelProcessesOptions) {
    this.#options = options;
    this.#firstWarm.promise.catch(() => undefined);
    this.#grow(1);
  }

  /** One process is warm from the start on, the others follow with the first work: of several models few may be asked for. */
  #grow(processes: number): void {
    while (this.#slots.length < processes) this.#slots.push(this.#start());
  }

  /** Resolves when the first process is warm; rejects when a process cannot load the model before any other could. */
  get warm(): Promise<void> {
    return this.#firstWarm.promise;
  }

  get ready(): boolean {
    return !this.#closed && this.#slots.some(({ warm }) => warm);
  }

  translate(
    texts: readonly string[],
    search: SearchSpec,
    {
      signal,
      priority = 0,
      interactive = isUrgent({ priority }),
    }: Pick<TranslateOptions, 'signal' | 'priority' | 'interactive'> = {},
  ): Promise<SegmentResult[]> {
    if (this.#closed) return Promise.reject(new EngineError('closed', 'the engine is closed'));
    if (signal?.aborted) return Promise.reject(signal.reason);
    const { tokenizer, maxSourceTokens } = this.#options;
    const sentences = texts.map((text) => tokenizer.encode(text));
    const tooLong = sentences.find(({ length }) => length > maxSourceTokens);
    if (tooLong !== undefined) {
      const message = `a segment of ${tooLong.length} tokens is longer than the model's ${maxSourceTokens}`;
      return Promise.reject(new EngineError('segment_too_long', message));
    }
    const call = new TranslateCall(sentences, { priority, search });
    const abort = () => this.#drop(call, signal?.reason);
    signal?.addEventListener('abort', abort, { once: true });
    const forget = () => {
      this.#calls.delete(call);
      signal?.removeEventListener('abort', abort);
    };
    call.promise.then(forget, forget);
    if (interactive) this.#interactiveAt = performance.now();
    this.#grow(this.#options.processes);
    this.#calls.add(call);
    this.#queue.push(call.items);
    this.#dispatch();
    return call.promise;
  }

  stats() {
    return {
      waitingSegments: this.#queue.length,
      waitingTokens: this.#queue.tokens,
      busySegments: this.#slots.reduce((sum, { batches }) => sum + [...batches.values()].flat().length, 0),
      processes: this.#slots.flatMap(({ child, warm }) => (child.pid ? [{ pid: child.pid, warm }] : [])),
      ...this.#counts,
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#firstWarm.reject(new EngineError('closed', 'the engine is closed'));
    for (const call of [...this.#calls]) this.#drop(call, new EngineError('closed', 'the engine is closed'));
    for (const slot of this.#slots) clearTimeout(slot.restart);
    await Promise.all(this.#slots.map(({ child }) => stopChild(child)));
  }

  #drop(call: TranslateCall, reason: unknown): void {
    call.fail(reason);
    this.#queue.remove(call.items);
  }

  #start(): ProcessSlot {
    const slot: ProcessSlot = {
      child: undefined as unknown as ChildProcess,
      warm: false,
      batches: new Map(),
      busySince: 0,
      failures: 0,
      restart: undefined,
    };
    this.#spawn(slot);
    return slot;
  }

  #spawn(slot: ProcessSlot): void {
    slot.child = startChild(this.#options.childEntry, {
      onMessage: (message) => this.#receive(slot, message),
      onExit: () => this.#bury(slot),
    });
    sendTo(slot.child, { type: 'load', ...this.#options.load });
  }

  #receive(slot: ProcessSlot, message: ChildMessage): void {
    if (message.type === 'translated') {
      slot.failures = 0;
      this.#finish(slot, message.batchId, message.targets);
    } else if (message.type === 'ready') {
      slot.warm = true;
      this.#everWarm = true;
      this.#firstWarm.resolve();
    } else {
      this.#options.logger?.error({ code: message.code, reason: message.message }, 'engine process failed');
      if (!this.#everWarm) this.#firstWarm.reject(new EngineError(message.code, message.message));
    }
    this.#dispatch();
  }

  #finish(slot: ProcessSlot, batchId: number, targets: readonly TargetSentence[]): void {
    const items = slot.batches.get(batchId) ?? [];
    slot.batches.delete(batchId);
    slot.busySince = performance.now();
    this.#counts.batches += 1;
    for (const [place, { call, index, ids, search }] of items.entries()) {
      const target = targets[place] as TargetSentence;
      const result = toSegmentResult(this.#options.tokenizer, ids.length, target, search.alternatives);
      this.#counts.segments += 1;
      this.#counts.sourceTokens += result.sourceTokens;
      this.#counts.targetTokens += result.targetTokens;
      if (result.cutShort) this.#counts.cutShort += 1;
      call.accept(index, result);
    }
  }

  /** A process has ended: what it had goes back into the queue, and a new one follows after a while. */
  #bury(slot: ProcessSlot): void {
    const items = [...slot.batches.values()].flat().filter(({ call }) => !call.settled);
    slot.batches.clear();
    slot.warm = false;
    if (this.#closed) return;
    this.#counts.restarts += 1;
    slot.failures += 1;
    if (!this.#everWarm)
      this.#firstWarm.reject(new EngineError('engine_crashed', 'the process ended while loading'));
    const retry: QueueItem[] = [];
    for (const item of items) {
      item.attempts += 1;
      if (item.attempts < maxAttempts) retry.push(item);
      else
        this.#drop(
          item.call,
          new EngineError('engine_crashed', `${maxAttempts} processes died of a segment`),
        );
    }
    this.#queue.unshift(retry.filter(({ call }) => !call.settled));
    const delayMs = Math.min(restartDelayMs.longest, restartDelayMs.first * 2 ** (slot.failures - 1));
    this.#options.logger?.warn({ delayMs, retried: retry.length }, 'engine process died');
    slot.restart = setTimeout(() => this.#spawn(slot), delayMs);
    this.#dispatch();
  }

  #dispatch(): void {
    for (;;) {
      const oldest = this.#queue.oldest;
      const slot = oldest && chooseSlot(this.#slots, oldest);
      if (oldest === undefined || slot === undefined) return;
      const share = Math.ceil(this.#queue.nextTokens / this.#slots.length);
      const { maxBatchTokens } = this.#options;
      const budget = Math.min(maxBatchTokens, Math.max(smallestShare, share));
      const batch = this.#queue.take(budget);
      this.#nextBatchId += 1;
      if (slot.batches.size === 0) slot.busySince = performance.now();
      slot.batches.set(this.#nextBatchId, batch);
      sendTo(slot.child, {
        type: 'translate',
        batchId: this.#nextBatchId,
        sentences: batch.map(({ ids }) => ids),
        search: oldest.search,
        urgent: isUrgent(oldest),
        maxRunTokens: isUrgent(oldest) ? maxBatchTokens : this.#maxRunTokens,
      });
    }
  }

  get #maxRunTokens(): number {
    const { maxBatchTokens } = this.#options;
    const isInteractive = performance.now() - this.#interactiveAt < interactiveTime.ms;
    return isInteractive ? Math.min(maxBatchTokens, interactiveTime.maxRunTokens) : maxBatchTokens;
  }
}
