import { ApiError, type FailureCode } from './api-error.ts';

/** What the page is waiting for before it tries again by itself. */
export interface Waiting {
  readonly code: FailureCode;
  /** When it tries again, in milliseconds since the epoch. */
  readonly until: number;
}

export interface PersistOptions {
  readonly signal: AbortSignal;
  /** Told what it waits for, and `null` as soon as it goes on. */
  readonly onWait?: (waiting: Waiting | null) => void;
}

const firstDelayMs = 1000;
const longestDelayMs = 20_000;

/** Does the work until it succeeds, fails for good or is aborted. Passing failures are waited out. */
export async function persist<T>(work: () => Promise<T>, options: PersistOptions): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof ApiError) || !error.isPassing) throw error;
      await waitOut(error, attempt, options);
    }
  }
}

/** Waits as long as the server asked, or longer with every attempt; not at all once the network is back. */
export async function waitOut(error: ApiError, attempt: number, options: PersistOptions): Promise<void> {
  const delayMs = error.retryAfterMs ?? backoffMs(attempt);
  options.onWait?.({ code: error.code, until: Date.now() + delayMs });
  await delay(delayMs, options.signal, error.code === 'unreachable');
  options.onWait?.(null);
}

/** Doubling delays; jitter keeps many pages from coming back at the same moment. */
export function backoffMs(attempt: number, random = Math.random()): number {
  const full = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt);
  return full * (0.75 + random / 4);
}

/** Resolves after a time, or as soon as the browser is back online; rejects when aborted. */
export function delay(ms: number, signal: AbortSignal, untilOnline = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      signal.removeEventListener('abort', end);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (untilOnline) globalThis.addEventListener?.('online', end);
    if (signal.aborted) end();
  });
}
