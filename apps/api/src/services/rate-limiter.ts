export interface RateLimiterOptions {
  readonly windowMs: number;
  /** Clients remembered at once; beyond it those that were seen least recently begin anew. */
  readonly maxClients: number;
  /** Milliseconds that only go up. */
  readonly now?: () => number;
}

interface Bucket {
  readonly used: number;
  readonly at: number;
}

/**
 * So much per client and window, as a leaky bucket: what was used drains evenly, so that there is no edge of a window to
 * wait for, and two numbers per client are all that is kept.
 */
export class RateLimiter {
  readonly #options: Required<RateLimiterOptions>;
  /** In the order of last use. */
  readonly #buckets = new Map<string, Bucket>();

  constructor({ now = () => performance.now(), ...options }: RateLimiterOptions) {
    this.#options = { now, ...options };
  }

  /** Clients remembered. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Uses up `amount` of a client's `limit`; returns 0, or, when it does not fit and nothing was used, the milliseconds
   * after which it will: the whole window for what never fits.
   */
  take(client: string, amount: number, limit: number): number {
    const { windowMs, now } = this.#options;
    const at = now();
    const bucket = this.#buckets.get(client);
    const used = bucket === undefined ? 0 : Math.max(0, bucket.used - ((at - bucket.at) * limit) / windowMs);
    const over = used + amount - limit;
    if (over > 0) return amount > limit ? windowMs : (over * windowMs) / limit;
    this.#remember(client, { used: used + amount, at });
    return 0;
  }

  #remember(client: string, bucket: Bucket): void {
    this.#buckets.delete(client);
    this.#buckets.set(client, bucket);
    const { windowMs, maxClients } = this.#options;
    for (const [oldest, { at }] of this.#buckets) {
      // What was used a window ago has drained.
      if (at > bucket.at - windowMs && this.#buckets.size <= maxClients) return;
      this.#buckets.delete(oldest);
    }
  }
}
