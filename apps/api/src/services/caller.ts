import type { ApiKeyRecord } from '@unlimited/db';

/** Who sends a request: a key, or whoever is behind an address. */
export interface Caller {
  readonly key: ApiKeyRecord | undefined;
  /** What `clientNetwork` makes of the address. */
  readonly network: string;
}
