import { createHash } from 'node:crypto';
import { type ApiKeyRecord, type Db, findApiKey } from '@unlimited/db';

/** How long a key that was revoked may still be taken, and a new one may still be unknown to who tried it before. */
const rememberMs = 10_000;
const maxRemembered = 10_000;

interface Remembered {
  readonly record: Promise<ApiKeyRecord | undefined>;
  readonly until: number;
}

/** Looks keys up in the database, each at most once in some seconds. */
export class ApiKeys {
  readonly #db: Db;
  /** By hash, so that no key lies in memory for longer than its request. */
  readonly #remembered = new Map<string, Remembered>();

  constructor(db: Db) {
    this.#db = db;
  }

  /** Whether it takes a query to tell if a key is valid. */
  isRemembered(key: string): boolean {
    return (this.#remembered.get(hashOf(key))?.until ?? 0) > Date.now();
  }

  /** The valid key of this text; `undefined` when there is none. */
  find(key: string): Promise<ApiKeyRecord | undefined> {
    const hash = hashOf(key);
    const known = this.#remembered.get(hash);
    if (known !== undefined && known.until > Date.now()) return known.record;
    const record = findApiKey(this.#db, key);
    record.catch(() => this.#remembered.delete(hash));
    this.#remembered.delete(hash);
    this.#remembered.set(hash, { record, until: Date.now() + rememberMs });
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > maxRemembered && oldest !== undefined) this.#remembered.delete(oldest);
    return record;
  }
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}
