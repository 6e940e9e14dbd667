import type { Segment } from '@unlimited/contract';
import {
  type Db,
  readEdited,
  readFinishedRun,
  readSegments,
  retryTransient,
  type TranslationRecord,
} from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Sighting, TranslationWatcher } from './translation-watcher.ts';

const segmentsPerRun = 200;

/** What a reader of a translation meets, in this order: runs, edits of what she has met, and states, idle times in between, one end. */
export type Reading =
  | { kind: 'segments'; segments: Segment[] }
  | { kind: 'edited'; segments: Segment[] }
  | { kind: 'state'; translation: TranslationRecord }
  | { kind: 'idle' }
  | { kind: 'end'; translation: TranslationRecord };

export interface ReadOptions {
  readonly id: string;
  /** Index of the first segment wanted. */
  readonly from: number;
  /** Longest time without a word. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/**
 * Follows a translation: every finished segment once, in order, as soon as all before it are finished too.
 *
 * @throws ProblemError `translation_not_found` when it is deleted meanwhile, `translation_failed` when it failed.
 */
export async function* readTranslation(
  { db, watcher }: { db: Db; watcher: TranslationWatcher },
  { id, from, idleMs, signal }: ReadOptions,
): AsyncGenerator<Reading> {
  const unwatch = watcher.watch(id);
  let next = from;
  let seen: Sighting = 'unknown';
  /** Edits before this one are in what was read. */
  let edits = 0;
  try {
    while (!signal.aborted) {
      const last: Sighting = seen;
      seen = await watcher.next(id, last, idleMs, signal);
      if (seen === last) {
        yield { kind: 'idle' };
        continue;
      }
      if (seen === 'gone') throw new ProblemError('translation_not_found');
      if (seen === 'unknown') continue;
      yield* editsOf(db, seen, { since: edits, below: next });
      edits = seen.editCount;
      for await (const segments of finishedRuns(db, seen, next, signal)) {
        next += segments.length;
        yield { kind: 'segments', segments };
      }
      if (seen.status === 'failed') throw new ProblemError('translation_failed');
      const ended = seen.status === 'done' || seen.status === 'cancelled';
      yield { kind: ended ? 'end' : 'state', translation: seen };
      if (ended) return;
    }
  } finally {
    unwatch();
  }
}

/** Edits that are looked up at once. */
const editsPerReading = 200;

/** What was edited since, of the segments below an index. */
async function* editsOf(
  db: Db,
  { id, editCount }: TranslationRecord,
  { since, below }: { since: number; below: number },
): AsyncGenerator<Reading> {
  for (let first = since; first < editCount; first += editsPerReading) {
    const range = { id, since: first, until: Math.min(editCount, first + editsPerReading), below };
    const segments = (await retryTransient(() => readEdited(db, range))) as Segment[];
    if (segments.length > 0) yield { kind: 'edited', segments };
  }
}

/** Segments from an index on that were finished when the translation was seen in this state, in runs. */
async function* finishedRuns(
  db: Db,
  seen: TranslationRecord,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<Segment[]> {
  for (let next = from; !signal.aborted; ) {
    const run = await readRun(db, seen, next);
    if (run.length > 0) yield run;
    if (run.length < segmentsPerRun) return;
    next += run.length;
  }
}

/** Reads under way, by what was seen before they began, for only then are they fresh enough for others who saw it. */
const reads = new WeakMap<TranslationRecord, Map<number, Promise<Segment[]>>>();

/** One read for all who want the same at the same time: the readers of a translation mostly wait at one place. */
function readRun(db: Db, seen: TranslationRecord, from: number): Promise<Segment[]> {
  const underWay = reads.get(seen) ?? new Map<number, Promise<Segment[]>>();
  reads.set(seen, underWay);
  const running = underWay.get(from);
  if (running !== undefined) return running;
  const range = { id: seen.id, from, limit: segmentsPerRun };
  const read = retryTransient(() => readFinishedRun(db, range)) as Promise<Segment[]>;
  underWay.set(from, read);
  const forget = () => underWay.delete(from);
  read.then(forget, forget);
  return read;
}

/**
 * The translated text, piece by piece, as it is made. Of a cancelled translation, what is there.
 *
 * @throws what {@link readTranslation} throws; ProblemError `unavailable` when it ends before the text does, so that nobody
 *   takes a part for the whole.
 */
export async function* readTargetText(
  deps: { db: Db; watcher: TranslationWatcher },
  id: string,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let next = 0;
  let ended: TranslationRecord | undefined;
  for await (const reading of readTranslation(deps, { id, from: 0, idleMs: 60_000, signal })) {
    if (reading.kind === 'end') ended = reading.translation;
    if (reading.kind !== 'segments') continue;
    next += reading.segments.length;
    yield reading.segments.map(toTargetText).join('');
  }
  // A cancelled translation may have finished segments behind an unfinished one.
  if (ended === undefined) throw new ProblemError('unavailable', 'The process is shutting down.');
  while (next < ended.segmentCount) {
    const segments = await readSegments(deps.db, { id, from: next, limit: segmentsPerRun });
    if (segments.length === 0) return;
    next += segments.length;
    yield (segments as Segment[]).map(toTargetText).join('');
  }
}

function toTargetText({ targetText, gap }: Segment): string {
  return `${targetText ?? ''}${gap}`;
}
