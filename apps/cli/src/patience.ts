import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError, exitCodes } from './exit-code.ts';
import { ServerError } from './server-error.ts';

const firstDelayMs = 500;
const longestDelayMs = 15_000;

/** Waits between tries, longer each time, until there was no progress for too long. */
export class Patience {
  readonly #limitMs: number;
  readonly #signal: AbortSignal;
  #lastProgress = performance.now();
  #tries = 0;

  constructor(limitMs: number, signal: AbortSignal) {
    this.#limitMs = limitMs;
    this.#signal = signal;
  }

  /** Something went well: all patience is back. */
  progress(): void {
    this.#lastProgress = performance.now();
    this.#tries = 0;
  }

  /** Does something that may be repeated until it succeeds. */
  async until<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const result = await work();
        this.progress();
        return result;
      } catch (error) {
        await this.wait(error);
      }
    }
  }

  /**
   * Waits after a failure.
   *
   * @throws CommandError when it will not pass, or has not passed for too long; the signal's reason.
   */
  async wait(error: unknown): Promise<void> {
    this.#signal.throwIfAborted();
    if (!(error instanceof ServerError)) throw error;
    if (!error.isPassing) throw new CommandError(exitCodes.refused, error.message, { cause: error });
    const ceilingMs = Math.min(longestDelayMs, firstDelayMs * 2 ** this.#tries++);
    const delayMs = Math.max(error.retryAfterMs, ceilingMs * (0.5 + Math.random() / 2));
    if (performance.now() + delayMs > this.#lastProgress + this.#limitMs) {
      const limited = error.code === 'too_many_requests';
      throw new CommandError(limited ? exitCodes.refused : exitCodes.unreachable, error.message, {
        cause: error,
      });
    }
    await sleep(delayMs, undefined, { signal: this.#signal });
  }
}
