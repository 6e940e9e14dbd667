import type { Config } from '../config.ts';

/** What the configuration says of these paths; a limit of 0 is none. */
export type CompatOptions = Pick<
  Config,
  | 'API_KEY_URL'
  | 'REQUIRE_API_KEY'
  | 'MAX_JSON_BYTES'
  | 'MAX_SEGMENT_TOKENS'
  | 'COMPAT_CHAR_LIMIT'
  | 'COMPAT_BATCH_LIMIT'
  | 'COMPAT_TIMEOUT_MS'
>;
