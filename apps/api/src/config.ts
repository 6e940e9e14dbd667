import { type Static, Type } from 'typebox';

/** Every environment variable that the API reads. `NAME_FILE` may name a file that holds the value of `NAME`. */
export const ConfigSchema = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', description: 'Address to listen on' }),
  PORT: Type.Integer({
    default: 8080,
    minimum: 0,
    maximum: 65535,
    description: 'Port of the page and the API',
  }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
    description: 'Least severe level that is logged',
  }),
  TRUSTED_PROXIES: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 10,
    description: 'How many proxies in front may set X-Forwarded-For and X-Forwarded-Proto',
  }),
  STATUS_MESSAGE: Type.String({
    default: '',
    maxLength: 500,
    description: 'A sentence that the page shows to everybody, such as an announced interruption',
  }),
  METRICS_PORT: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 65535,
    description: 'Port of `GET /metrics` for Prometheus; 0: none',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.String({
    default: '',
    pattern: '^(https?://.+)?$',
    description: 'Collector that traces are sent to by OTLP over HTTP (`http://collector:4318`); empty: none',
  }),
  WEB_DIR: Type.String({
    default: '',
    description: 'Folder of the built page to serve as well; empty: none',
  }),

  DATABASE_URL: Type.String({
    pattern: '^(mysql|mariadb)://.+/.+',
    description: '`mysql://user:password@host:port/database`',
  }),
  DATABASE_POOL_SIZE: Type.Integer({
    default: 10,
    minimum: 2,
    maximum: 200,
    description: 'Connections at most',
  }),
  MIGRATE_AT_START: Type.Boolean({
    default: false,
    description: 'Bring the schema up to date before starting',
  }),

  MODELS: Type.String({
    default: '',
    description:
      'Comma-separated `source-target=folder or hub id` (`de-en=Xenova/opus-mt-de-en`); empty: the bundled models, German→English and English→German',
  }),
  MODEL_CACHE_DIR: Type.String({
    default: '.data/models',
    description: 'Where models fetched from the hub and compiled models are kept',
  }),
  ENGINE_PROCESSES: Type.Integer({
    default: 0,
    minimum: 0,
    maximum: 64,
    description:
      'Engine processes for each model; 0: one for each processor. One is started at once, the others with the first work',
  }),
  ENGINE_THREADS: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 256,
    description: 'Threads of each engine process',
  }),
  BEAM_SIZE: Type.Integer({ default: 1, minimum: 1, maximum: 8, description: 'Beams; 1 is greedy decoding' }),
  MAX_BATCH_TOKENS: Type.Integer({
    default: 1024,
    minimum: 128,
    maximum: 65536,
    description: 'Padded source tokens of one batch (longest × count)',
  }),
  MAX_SEGMENT_TOKENS: Type.Integer({
    default: 160,
    minimum: 16,
    maximum: 512,
    description: 'Longer sentences are translated in parts, split at the best place',
  }),

  BLOCKS_IN_FLIGHT: Type.Integer({
    default: 8,
    minimum: 0,
    maximum: 256,
    description:
      'Blocks of 64 segments that this replica works on at once; 0: it only takes and serves texts',
  }),
  LEASE_MS: Type.Integer({
    default: 30_000,
    minimum: 1000,
    maximum: 3_600_000,
    description: 'How long a block stays with a replica that gives no sign of life',
  }),
  POLL_MS: Type.Integer({
    default: 500,
    minimum: 20,
    maximum: 60_000,
    description: 'How often the database is asked for work and progress of other replicas',
  }),

  MAX_JSON_BYTES: Type.Integer({
    default: 8 * 1024 * 1024,
    minimum: 1024,
    maximum: 256 * 1024 * 1024,
    description: 'Largest JSON body; a text as the body itself may be of any length',
  }),
  MAX_DOCUMENT_BYTES: Type.Integer({
    default: 32 * 1024 * 1024,
    minimum: 1024,
    maximum: 256 * 1024 * 1024,
    description:
      'Largest document (`.docx`, `.pdf` and so on) as it is sent; twice as much is held in memory at most',
  }),
  DOCUMENT_TIMEOUT_MS: Type.Integer({
    default: 60_000,
    minimum: 1000,
    maximum: 3_600_000,
    description:
      'Longest time that taking the text out of a document may last; putting it back may take twice as long',
  }),
  DOCUMENT_MEMORY_MB: Type.Integer({
    default: 400,
    minimum: 64,
    maximum: 65_536,
    description:
      'Most memory of the process that puts it back; taking it out may need seven tenths. There is one at a time',
  }),
  COMPAT_API: Type.Boolean({
    default: true,
    description:
      "Answer to LibreTranslate's clients as well: `/translate`, `/detect`, `/languages` and so on",
  }),
  API_KEY_URL: Type.String({
    default: '',
    description: 'Where to get an API key, which those clients are told when they need one',
  }),
  COMPAT_CHAR_LIMIT: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'Characters of one request there; 0: as many as a body holds',
  }),
  COMPAT_BATCH_LIMIT: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'Texts of one request there; 0: any number',
  }),
  COMPAT_TIMEOUT_MS: Type.Integer({
    default: 600_000,
    minimum: 1000,
    maximum: 3_600_000,
    description: 'Longest translation of one request there',
  }),
  MAX_UPLOADS: Type.Integer({
    default: 100,
    minimum: 1,
    description: 'Texts received at once by this replica',
  }),
  MAX_UPLOADS_PER_ADDRESS: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'The same of one address (IPv6: /64) without an API key; 0: any number',
  }),
  MAX_UPLOADS_PER_OWNER: Type.Integer({ default: 8, minimum: 1, description: 'The same of one visitor' }),
  MAX_STREAMS: Type.Integer({
    default: 2000,
    minimum: 1,
    description: 'Event and text streams open at once on this replica',
  }),
  MAX_STREAMS_PER_OWNER: Type.Integer({ default: 50, minimum: 1, description: 'The same of one visitor' }),
  MAX_STREAMS_PER_ADDRESS: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'The same of one address without an API key; 0: any number',
  }),
  REQUIRE_API_KEY: Type.Boolean({
    default: false,
    description: 'Refuse translations to whoever has no API key; the page needs this to be `false`',
  }),
  REQUESTS_PER_MINUTE: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'Requests of one address without an API key, on each replica; 0: any number',
  }),
  CHARACTERS_PER_HOUR: Type.Integer({
    default: 0,
    minimum: 0,
    description:
      'Characters of source text of one address without an API key, on each replica; 0: any number',
  }),
  MAX_CONNECTIONS: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'Connections open at once on this replica, those over it being closed; 0: any number',
  }),
  MAX_CONNECTIONS_PER_ADDRESS: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'The same of one address; of no effect behind proxies, whose connections are everybody’s',
  }),
  MAX_HEADER_BYTES: Type.Integer({
    default: 16_384,
    minimum: 2048,
    maximum: 1024 * 1024,
    description: 'Longest address and headers of a request',
  }),
  HEADERS_TIMEOUT_MS: Type.Integer({
    default: 60_000,
    minimum: 100,
    description: 'Longest wait for the headers of a request',
  }),
  MIN_UPLOAD_BYTES_PER_SECOND: Type.Integer({
    default: 0,
    minimum: 0,
    description: 'A body that comes more slowly, on average over ten seconds, is cut off; 0: none is',
  }),
  MAX_WAITING_BLOCKS: Type.Integer({
    default: 1_000_000,
    minimum: 0,
    description: 'Blocks that may wait in all before texts are refused; 0: any number',
  }),
  OWNER_QUOTA: Type.Integer({
    default: 0,
    minimum: 0,
    description:
      'Characters of source text, and bytes of documents, that one visitor may have stored; 0: any number',
  }),
  TOTAL_QUOTA: Type.Integer({
    default: 0,
    minimum: 0,
    description:
      'Characters of source text, and bytes of documents, that may be stored in all; 0: any number',
  }),
  HISTORY_DAYS: Type.Number({
    default: 90,
    exclusiveMinimum: 0,
    description: 'Age at which history is removed',
  }),
  UNKEPT_MINUTES: Type.Number({
    default: 15,
    exclusiveMinimum: 0,
    description: 'How long a translation with `keep: false` can be read after it ended',
  }),
  MEMORY_MAX_ROWS: Type.Integer({
    default: 5_000_000,
    minimum: 0,
    description: 'Translation memory entries kept, the least recently used going first',
  }),
  SHUTDOWN_GRACE_MS: Type.Integer({
    default: 20_000,
    minimum: 0,
    maximum: 600_000,
    description: 'Longest wait for running work at SIGTERM',
  }),
});
export type Config = Static<typeof ConfigSchema>;
