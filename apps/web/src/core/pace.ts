/** How fast a translation goes on. */
export interface Pace {
  readonly segmentsPerSecond: number;
  /** `null` while nothing honest can be said. */
  readonly timeLeftMs: number | null;
}

interface Sample {
  readonly atMs: number;
  readonly doneCount: number;
}

const windowMs = 30_000;
/** Nothing is promised from less than this. */
const leastObservedMs = 2500;
const stalledMs = 12_000;

/**
 * Estimates the time left from the progress of the last half minute: early enough to follow a change of pace, long
 * enough not to jump. A translation that stands still has no time left to tell.
 */
export function createPaceMeter() {
  let samples: Sample[] = [];
  return {
    observe(doneCount: number, atMs: number): void {
      const last = samples.at(-1);
      if (last !== undefined && doneCount < last.doneCount) samples = [];
      if (last !== undefined && doneCount === last.doneCount && samples.length > 1) return;
      samples.push({ atMs, doneCount });
      while (samples.length > 2 && (samples[1] as Sample).atMs < atMs - windowMs) samples.shift();
    },
    estimate(segmentCount: number, nowMs: number): Pace | null {
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || first === last) return null;
      const observedMs = last.atMs - first.atMs;
      if (observedMs < leastObservedMs || nowMs - last.atMs > stalledMs) return null;
      const segmentsPerSecond = ((last.doneCount - first.doneCount) / observedMs) * 1000;
      if (segmentsPerSecond <= 0) return null;
      const left = ((segmentCount - last.doneCount) / segmentsPerSecond) * 1000;
      return { segmentsPerSecond, timeLeftMs: Math.max(0, left - (nowMs - last.atMs)) };
    },
  };
}

export type TimeLeft = { readonly unit: 'moment' | 'minutes' | 'hours'; readonly count: number };

/** A time left in words that stay true for a while: under a minute, whole minutes, then half hours. */
export function roundTimeLeft(ms: number): TimeLeft {
  const minutes = ms / 60_000;
  if (minutes < 1) return { unit: 'moment', count: 0 };
  if (minutes < 10) return { unit: 'minutes', count: Math.ceil(minutes) };
  if (minutes < 90) return { unit: 'minutes', count: Math.ceil(minutes / 5) * 5 };
  return { unit: 'hours', count: Math.ceil(minutes / 30) / 2 };
}
