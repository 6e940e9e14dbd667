import { type Db, findTranslations, type TranslationRecord } from '@unlimited/db';
import type { FastifyBaseLogger } from 'fastify';

/** What the last look at a translation found: its state, `gone`, or `unknown` before the first look. */
export type Sighting = TranslationRecord | 'gone' | 'unknown';

interface Watch {
  seen: Sighting;
  readonly waiting: Set<() => void>;
  readers: number;
}

/**
 * Tells any number of readers that a translation moved, whichever replica moved it: one query per poll for all
 * watched translations together, and at once for what this replica did itself.
 */
export class TranslationWatcher {
  readonly #db: Db;
  readonly #logger: FastifyBaseLogger;
  readonly #watches = new Map<string, Watch>();
  readonly #pollMs: number;
  #timer: NodeJS.Timeout | undefined;
  #polling = false;
  #pollAgain = false;

  constructor(options: { db: Db; logger: FastifyBaseLogger; pollMs: number }) {
    this.#db = options.db;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs;
  }

  /** Begins to watch; call the result to end. */
  watch(id: string): () => void {
    const watch = this.#watches.get(id) ?? { seen: 'unknown' as const, waiting: new Set(), readers: 0 };
    watch.readers++;
    this.#watches.set(id, watch);
    this.#timer ??= setInterval(() => this.look(), this.#pollMs);
    this.look();
    return () => {
      if (--watch.readers > 0) return;
      this.#watches.delete(id);
      if (this.#watches.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  }

  /** The next sighting that differs from `last`, or the same one after `timeoutMs` or when the signal aborts. */
  async next(id: string, last: Sighting, timeoutMs: number, signal: AbortSignal): Promise<Sighting> {
    const watch = this.#watches.get(id);
    if (watch === undefined) throw new Error('not watched');
    if (watch.seen === last && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const end = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          watch.waiting.delete(end);
          resolve();
        };
        const timer = setTimeout(end, timeoutMs);
        signal.addEventListener('abort', end);
        watch.waiting.add(end);
      });
    }
    return watch.seen;
  }

  /** Looks now: something was stored, or somebody new is watching. */
  look(): void {
    if (this.#polling) this.#pollAgain = true;
    else void this.#poll();
  }

  /** How many translations are being watched. */
  get size(): number {
    return this.#watches.size;
  }

  async #poll(): Promise<void> {
    this.#polling = true;
    do {
      this.#pollAgain = false;
      try {
        await this.#lookAt([...this.#watches.keys()]);
      } catch (err) {
        this.#logger.warn({ err }, 'progress could not be read');
      }
    } while (this.#pollAgain);
    this.#polling = false;
  }

  async #lookAt(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const found = new Map((await findTranslations(this.#db, ids)).map((record) => [record.id, record]));
    for (const id of ids) {
      const watch = this.#watches.get(id);
      if (watch === undefined) continue;
      const seen = found.get(id) ?? 'gone';
      // The same object stays while nothing moved, so that readers compare by identity.
      if (same(watch.seen, seen)) continue;
      watch.seen = seen;
      for (const end of [...watch.waiting]) end();
    }
  }
}

function same(one: Sighting, other: Sighting): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other;
  return (
    one.doneCount === other.doneCount && one.editCount === other.editCount && one.status === other.status
  );
}
