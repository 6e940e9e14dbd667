import type { Db } from '@unlimited/db';
import type { Engine } from '@unlimited/marian';
import type { Registry } from 'prom-client';
import type { Admission } from './admission.ts';
import type { ApiKeys } from './api-keys.ts';
import type { ClientLimits } from './client-limits.ts';
import type { Directions } from './directions.ts';
import type { Dispatcher } from './dispatcher.ts';
import type { DocumentDesk } from './document-desk.ts';
import type { Glossaries } from './glossaries.ts';
import type { Maintenance } from './maintenance.ts';
import type { WorkMetrics } from './metrics.ts';
import type { Slots } from './slots.ts';
import type { TranslationWatcher } from './translation-watcher.ts';

/** What the routes work with. Made in `main.ts`, and by tests. */
export interface Services {
  readonly db: Db;
  readonly engine: Engine;
  readonly directions: Directions;
  readonly glossaries: Glossaries;
  readonly dispatcher: Dispatcher;
  readonly watcher: TranslationWatcher;
  readonly maintenance: Maintenance;
  readonly admission: Admission;
  readonly apiKeys: ApiKeys;
  readonly clientLimits: ClientLimits;
  readonly documents: DocumentDesk;
  readonly uploads: Slots;
  /** Segments whose alternatives are being sought. */
  readonly alternatives: Slots;
  readonly streams: Slots;
  readonly registry: Registry;
  readonly metrics: WorkMetrics;
  /** Aborted when the process begins to shut down: not ready any more, streams end. */
  readonly closing: AbortSignal;
}
