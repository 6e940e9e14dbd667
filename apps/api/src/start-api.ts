import type { AddressInfo } from 'node:net';
import { createDatabase, type Db, migrateToLatest, retryTransient } from '@unlimited/db';
import { createEngine } from '@unlimited/marian';
import type { FastifyBaseLogger } from 'fastify';
import type { Registry } from 'prom-client';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { limitConnections } from './limit-connections.ts';
import { startMetricsServer } from './metrics-server.ts';
import { parseModels } from './models.ts';
import { Admission } from './services/admission.ts';
import { ApiKeys } from './services/api-keys.ts';
import { ClientLimits } from './services/client-limits.ts';
import { Directions } from './services/directions.ts';
import { Dispatcher } from './services/dispatcher.ts';
import { DocumentDesk } from './services/document-desk.ts';
import { Glossaries } from './services/glossaries.ts';
import { Maintenance } from './services/maintenance.ts';
import {
  createRegistry,
  databaseMetrics,
  engineMetrics,
  openMetric,
  queueMetrics,
  timedEngine,
  workMetrics,
} from './services/metrics.ts';
import { Slots } from './services/slots.ts';
import { TranslationWatcher } from './services/translation-watcher.ts';
import { startTracing } from './tracing.ts';

export interface RunningApi {
  readonly url: string;
  /** Not ready at once, no new work, what is running ends and is stored, streams end; then everything closes. */
  stop(): Promise<void>;
}

/** The composition root: makes the parts, joins them and listens. */
export async function startApi(config: Config, logger: FastifyBaseLogger): Promise<RunningApi> {
  const closing = new AbortController();
  const endpoint = config.OTEL_EXPORTER_OTLP_ENDPOINT;
  const stopTracing = endpoint === '' ? undefined : await startTracing(endpoint);
  const registry = createRegistry();
  const db = createDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL_SIZE,
    onQuery: databaseMetrics(registry),
  });
  if (config.MIGRATE_AT_START) {
    const applied = await retryTransient(() => migrateToLatest(db));
    logger.info({ applied }, 'schema is up to date');
  }
  const engine = timedEngine(registry, await createEngine({ ...engineOptions(config), logger }));
  const watcher = new TranslationWatcher({ db, logger, pollMs: config.POLL_MS });
  const metrics = workMetrics(registry);
  const directions = new Directions(engine.models);
  const glossaries = new Glossaries(db);
  const dispatcher = new Dispatcher({
    db,
    engine,
    directions,
    glossaries,
    logger,
    blocksInFlight: config.BLOCKS_IN_FLIGHT,
    leaseMs: config.LEASE_MS,
    pollMs: config.POLL_MS,
    metrics,
    onProgress: () => watcher.look(),
  });
  const maintenance = new Maintenance({
    db,
    directions,
    logger,
    historyDays: config.HISTORY_DAYS,
    unkeptMinutes: config.UNKEPT_MINUTES,
    memoryMaxRows: config.MEMORY_MAX_ROWS,
  });
  const limits = bounds(config, db);
  const services = {
    db,
    engine,
    directions,
    glossaries,
    metrics,
    dispatcher,
    watcher,
    maintenance,
    registry,
    closing: closing.signal,
    ...limits,
  };
  queueMetrics(registry, db);
  engineMetrics(registry, engine, config.MAX_BATCH_TOKENS);
  openMetrics(registry, limits);
  const app = await buildApp(config, services, logger);
  limitConnections(app.server, registry, {
    total: config.MAX_CONNECTIONS,
    perAddress: config.TRUSTED_PROXIES > 0 ? 0 : config.MAX_CONNECTIONS_PER_ADDRESS,
  });
  await app.listen({ host: config.HOST, port: config.PORT });
  const metricsServer =
    config.METRICS_PORT === 0
      ? undefined
      : await startMetricsServer(registry, config.HOST, config.METRICS_PORT);
  maintenance.start();
  dispatcher.start();

  const { port } = app.server.address() as AddressInfo;
  return {
    url: `http://${config.HOST}:${port}`,
    async stop() {
      closing.abort();
      // A slow upload or reader does not hold up the end for longer than that.
      const patience = setTimeout(() => app.server.closeAllConnections(), config.SHUTDOWN_GRACE_MS);
      await Promise.all([app.close(), dispatcher.stop(config.SHUTDOWN_GRACE_MS), maintenance.stop()]);
      clearTimeout(patience);
      metricsServer?.close();
      await engine.close();
      await db.destroy();
      await stopTracing?.();
    },
  };
}

type Sized = { readonly size: number };

/** What is open or remembered at the moment. */
export function openMetrics(
  registry: Registry,
  { streams, uploads, clientLimits }: { streams: Sized; uploads: Sized; clientLimits: Sized },
): void {
  openMetric(registry, 'streams_open', 'Event and text streams being read', streams);
  openMetric(registry, 'uploads_open', 'Texts being received', uploads);
  openMetric(registry, 'clients_counted', 'Addresses and keys whose use is being counted', clientLimits);
}

/** What keeps the service from taking more than it can hold. */
function bounds(config: Config, db: Db) {
  return {
    apiKeys: new ApiKeys(db),
    clientLimits: new ClientLimits({
      requestsPerMinute: config.REQUESTS_PER_MINUTE,
      charactersPerHour: config.CHARACTERS_PER_HOUR,
    }),
    admission: new Admission({
      db,
      maxWaitingBlocks: config.MAX_WAITING_BLOCKS,
      ownerQuota: config.OWNER_QUOTA,
      totalQuota: config.TOTAL_QUOTA,
    }),
    documents: new DocumentDesk({
      maxBytes: config.MAX_DOCUMENT_BYTES,
      timeoutMs: config.DOCUMENT_TIMEOUT_MS,
      maxMemoryBytes: config.DOCUMENT_MEMORY_MB * 1024 * 1024,
    }),
    uploads: new Slots({
      what: 'uploads',
      total: config.MAX_UPLOADS,
      perOwner: config.MAX_UPLOADS_PER_OWNER,
      perNetwork: config.MAX_UPLOADS_PER_ADDRESS,
    }),
    alternatives: new Slots({ what: 'requests for alternatives', total: 32, perOwner: 4 }),
    streams: new Slots({
      what: 'streams',
      total: config.MAX_STREAMS,
      perOwner: config.MAX_STREAMS_PER_OWNER,
      perNetwork: config.MAX_STREAMS_PER_ADDRESS,
    }),
  };
}

/** What the configuration says about the engine. */
export function engineOptions(config: Config) {
  return {
    models: parseModels(config.MODELS),
    ...(config.ENGINE_PROCESSES === 0 ? {} : { processes: config.ENGINE_PROCESSES }),
    threads: config.ENGINE_THREADS,
    maxBatchTokens: config.MAX_BATCH_TOKENS,
    beamSize: config.BEAM_SIZE,
    cacheDir: config.MODEL_CACHE_DIR,
  };
}
