import { ProblemError } from '../problem-error.ts';
import type { Caller } from './caller.ts';
import { RateLimiter } from './rate-limiter.ts';

export interface ClientLimitsOptions {
  /** Of one client without a key; 0: any number. */
  readonly requestsPerMinute: number;
  /** UTF-16 code units of source text; 0: any number. */
  readonly charactersPerHour: number;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Some 10 MB when all are taken. */
const maxClients = 50_000;

/**
 * How much one client may ask for: of a key what the key says, of others what is said for everybody. Each replica counts
 * for itself, in memory: it costs no query, and no address is stored; with n replicas a client may get n times as much.
 */
export class ClientLimits {
  readonly #options: ClientLimitsOptions;
  readonly #requests = new RateLimiter({ windowMs: minuteMs, maxClients });
  readonly #characters = new RateLimiter({ windowMs: hourMs, maxClients });

  constructor(options: ClientLimitsOptions) {
    this.#options = options;
  }

  /** Clients that are being counted. */
  get size(): number {
    return this.#requests.size + this.#characters.size;
  }

  /**
   * Counts a request.
   *
   * @throws ProblemError `too_many_requests`.
   */
  countRequest({ key, network }: Caller): void {
    const limit = key === undefined ? this.#options.requestsPerMinute : (key.requestsPerMinute ?? 0);
    if (limit === 0) return;
    const retryMs = this.#requests.take(key?.id ?? network, 1, limit);
    if (retryMs > 0)
      throw tooMany(`At most ${limit} requests a minute for ${nameOf(key)}.`, retryMs, {
        limit,
        per: 'minute',
      });
  }

  /**
   * Begins to count a text; the result is to be told of its length as it grows.
   *
   * @param leastLength What is known of its length before it is read.
   * @throws ProblemError `too_many_requests`; and so does the result.
   */
  countText(caller: Caller, leastLength: number): (length: number) => void {
    const { key, network } = caller;
    const limit = key === undefined ? this.#options.charactersPerHour : (key.charactersPerHour ?? 0);
    if (limit === 0) return () => undefined;
    let counted = 0;
    const count = (length: number) => {
      if (length <= counted) return;
      const retryMs = this.#characters.take(key?.id ?? network, length - counted, limit);
      if (retryMs > 0)
        throw tooMany(`At most ${limit} characters an hour for ${nameOf(key)}.`, retryMs, {
          limit,
          per: 'hour',
        });
      counted = length;
    };
    count(leastLength);
    return count;
  }
}

function nameOf(key: Caller['key']): string {
  return key === undefined ? 'one address' : 'this API key';
}

function tooMany(
  detail: string,
  retryMs: number,
  members: { limit: number; per: 'minute' | 'hour' },
): ProblemError {
  const retryAfterSeconds = Math.max(1, Math.ceil(retryMs / 1000));
  return new ProblemError('too_many_requests', detail, { retryAfterSeconds, members });
}
