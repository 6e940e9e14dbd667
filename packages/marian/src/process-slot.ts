import type { ChildProcess } from 'node:child_process';
import { isUrgent } from './batch-queue.ts';
import type { QueueItem } from './translate-call.ts';

/** A process of a model, and what it has to do. */
export interface ProcessSlot {
  child: ChildProcess;
  warm: boolean;
  /** Batches that the process has: the one it works on and those it takes up next, so that it never waits. */
  readonly batches: Map<number, QueueItem[]>;
  /** When it began the one it works on, `performance.now()`. */
  busySince: number;
  /** Deaths in a row, without a batch in between. */
  failures: number;
  restart: NodeJS.Timeout | undefined;
}

/** Batches that a process has at most; and, not counting the others, urgent ones. */
const batchesAhead = 2;

/**
 * The warm process that can take a batch for this item and will begin it first; a suspect gets a process to itself. One in
 * which batches of others wait can still take an urgent one, for that overtakes them.
 */
export function chooseSlot(slots: readonly ProcessSlot[], item: QueueItem): ProcessSlot | undefined {
  const overtakes = isUrgent(item) && !isSuspect(item);
  const limit = isSuspect(item) ? 1 : batchesAhead;
  const ahead = ({ batches }: ProcessSlot) => (overtakes ? countUrgent(batches) : batches.size);
  return slots
    .filter((slot) => slot.warm && ahead(slot) < limit)
    .filter(({ batches }) => !batches.values().some((batch) => batch.some(isSuspect)))
    .toSorted(
      (a, b) =>
        Math.min(1, a.batches.size) - Math.min(1, b.batches.size) ||
        ahead(a) - ahead(b) ||
        a.busySince - b.busySince,
    )[0];
}

function countUrgent(batches: ProcessSlot['batches']): number {
  return batches.values().reduce((count, [first]) => (first && isUrgent(first) ? count + 1 : count), 0);
}

/** Whether a process has died while it had this item: perhaps of it, perhaps of another. */
function isSuspect({ attempts }: QueueItem): boolean {
  return attempts > 0;
}
