import { type Db, queueDepth } from '@unlimited/db';
import type { Engine } from '@unlimited/marian';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** `stored`; `lost`: its lease was not ours any more; `retry` and `given_up`: it failed. */
export type BlockOutcome = 'stored' | 'lost' | 'retry' | 'given_up';

/** What is counted of a segment. */
interface Counted {
  readonly origin: string | null;
  readonly flags: readonly string[];
}

export interface WorkMetrics {
  blockEnded(outcome: BlockOutcome, seconds: number, results?: readonly Counted[]): void;
  /** Segments that were stored with a target text and without a block's work: copies at intake, edits. */
  segmentsStored(segments: readonly Counted[]): void;
}

/** Everything that is counted. No label ever holds a text, an id, an address or an owner. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** What becomes of blocks, segments and flags. */
export function workMetrics(registry: Registry): WorkMetrics {
  const registers = [registry];
  const blocks = new Histogram({
    name: 'translation_block_seconds',
    help: 'From claim to end of a block, by outcome',
    labelNames: ['outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
    registers,
  });
  const segments = new Counter({
    name: 'translation_segments_total',
    help: 'Segments stored, by where their target text comes from',
    labelNames: ['origin'],
    registers,
  });
  const flags = new Counter({
    name: 'translation_flags_total',
    help: 'Segments stored with a flag, by flag',
    labelNames: ['flag'],
    registers,
  });
  const segmentsStored = (stored: readonly Counted[]) => {
    for (const { origin, flags: own } of stored) {
      if (origin !== null) segments.inc({ origin });
      for (const flag of own) flags.inc({ flag });
    }
  };
  return {
    blockEnded(outcome, seconds, results = []) {
      blocks.observe({ outcome }, seconds);
      segmentsStored(results);
    },
    segmentsStored,
  };
}

/** The queue in the database, read when somebody asks. */
export function queueMetrics(registry: Registry, db: Db): void {
  const registers = [registry];
  const leased = new Gauge({ name: 'translation_blocks_leased', help: 'Blocks being worked on', registers });
  const queued = new Gauge({
    name: 'translation_oldest_queued_seconds',
    help: 'Since the text arrived of which nothing has been begun for longest',
    registers,
  });
  const age = new Gauge({
    name: 'translation_oldest_lease_seconds',
    help: 'Age of the oldest lease; high means a stuck replica',
    registers,
  });
  new Gauge({
    name: 'translation_blocks_waiting',
    help: 'Blocks that wait for a replica',
    registers,
    async collect() {
      const depth = await queueDepth(db).catch(() => undefined);
      if (depth === undefined) return;
      this.set(depth.waitingBlocks);
      leased.set(depth.leasedBlocks);
      age.set((depth.oldestLeaseAgeMs ?? 0) / 1000);
      queued.set((depth.oldestQueuedAgeMs ?? 0) / 1000);
    },
  });
}

/** How long statements take. To be told of each. */
export function databaseMetrics(registry: Registry): (ms: number, outcome: 'ok' | 'error') => void {
  const queries = new Histogram({
    name: 'database_query_seconds',
    help: 'Time of a statement at the database, by outcome',
    labelNames: ['outcome'],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10],
    registers: [registry],
  });
  return (ms, outcome) => queries.observe({ outcome }, ms / 1000);
}

/** The engine, each of whose calls is timed. */
export function timedEngine(registry: Registry, engine: Engine): Engine {
  const calls = new Histogram({
    name: 'engine_call_seconds',
    help: 'From asking the engine for sentences to having them, the wait for a batch included',
    buckets: [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [registry],
  });
  return {
    models: engine.models,
    get ready() {
      return engine.ready;
    },
    async translate(...call) {
      const end = calls.startTimer();
      try {
        return await engine.translate(...call);
      } finally {
        end();
      }
    },
    stats: () => engine.stats(),
    close: () => engine.close(),
  };
}

/** What the engine has done and has before it. */
export function engineMetrics(
  registry: Registry,
  engine: Pick<Engine, 'stats'>,
  maxBatchTokens: number,
): void {
  new Gauge({
    name: 'engine_batch_tokens_max',
    help: 'Padded tokens that a batch may have: what engine_source_tokens_total / engine_batches_total is held against',
    registers: [registry],
  }).set(maxBatchTokens);
  const labelNames = ['source_lang', 'target_lang'];
  const counter = (name: string, help: string, read: (model: EngineModelStats) => number) =>
    new Counter({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        this.reset();
        for (const model of engine.stats().models) {
          this.inc({ source_lang: model.sourceLang, target_lang: model.targetLang }, read(model));
        }
      },
    });
  const gauge = (name: string, help: string, read: (model: EngineModelStats) => number) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      collect() {
        for (const model of engine.stats().models) {
          this.set({ source_lang: model.sourceLang, target_lang: model.targetLang }, read(model));
        }
      },
    });
  gauge('engine_segments_waiting', 'Segments that wait for a batch', (model) => model.waitingSegments);
  gauge('engine_tokens_waiting', 'Their tokens', (model) => model.waitingTokens);
  gauge('engine_processes_warm', 'Processes that can translate', ({ processes }) => {
    return processes.filter(({ warm }) => warm).length;
  });
  counter('engine_restarts_total', 'Processes that died', (model) => model.restarts);
  counter('engine_batches_total', 'Batches translated', (model) => model.batches);
  counter('engine_segments_total', 'Segments translated', (model) => model.segments);
  counter('engine_source_tokens_total', 'Tokens read', (model) => model.sourceTokens);
  counter('engine_target_tokens_total', 'Tokens written', (model) => model.targetTokens);
  counter('engine_cut_short_total', 'Sentences that reached the output limit', (model) => model.cutShort);
  gauge('engine_segments_busy', 'Segments that a process works on', (model) => model.busySegments);
}

type EngineModelStats = ReturnType<Engine['stats']>['models'][number];

/** The number of something that is open at the moment. */
export function openMetric(registry: Registry, name: string, help: string, open: { size: number }): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    collect() {
      this.set(open.size);
    },
  });
}
