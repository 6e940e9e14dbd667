import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { compatRoutes } from './compat/compat-routes.ts';
import type { Config } from './config.ts';
import { bodyParsers } from './plugins/body-parsers.ts';
import { callers } from './plugins/callers.ts';
import { answerClientError } from './plugins/client-errors.ts';
import { crossSiteCheck } from './plugins/cross-site.ts';
import { largeBodies } from './plugins/large-bodies.ts';
import { methodNotAllowed } from './plugins/method-not-allowed.ts';
import { owners } from './plugins/owner.ts';
import { answerFrameworkError, problemDetails } from './plugins/problem-details.ts';
import { requestIdOf, requestIds } from './plugins/request-ids.ts';
import { requestMetrics } from './plugins/request-metrics.ts';
import { requestSpans } from './plugins/request-spans.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { slowUploads } from './plugins/slow-uploads.ts';
import { webPage } from './plugins/web-page.ts';
import { changeSegmentRoutes } from './routes/change-segment.ts';
import { changeTranslationRoutes } from './routes/change-translation.ts';
import { createTranslationRoute } from './routes/create-translation.ts';
import { documentationRoutes } from './routes/documentation.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { languageRoutes } from './routes/languages.ts';
import { readTranslationRoutes } from './routes/read-translation.ts';
import { shareRoutes } from './routes/shares.ts';
import { statusRoute } from './routes/status.ts';
import type { Services } from './services/services.ts';

export type AppConfig = Pick<
  Config,
  | 'TRUSTED_PROXIES'
  | 'MAX_JSON_BYTES'
  | 'MAX_SEGMENT_TOKENS'
  | 'WEB_DIR'
  | 'MAX_HEADER_BYTES'
  | 'HEADERS_TIMEOUT_MS'
  | 'MIN_UPLOAD_BYTES_PER_SECOND'
  | 'REQUIRE_API_KEY'
  | 'STATUS_MESSAGE'
  | 'API_KEY_URL'
  | 'COMPAT_API'
  | 'COMPAT_CHAR_LIMIT'
  | 'COMPAT_BATCH_LIMIT'
  | 'COMPAT_TIMEOUT_MS'
  | 'HISTORY_DAYS'
>;

/** So many JSON bodies of the largest size may be under way; four times their bytes fit into the heap that the API is given. */
const largeBodiesAtOnce = 8;

/** The HTTP application. It never listens by itself and owns none of the services. */
export async function buildApp(
  config: AppConfig,
  services: Services,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy: config.TRUSTED_PROXIES > 0 && ((_address, hop) => hop < config.TRUSTED_PROXIES),
    genReqId: requestIdOf,
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
    http: {
      maxHeaderSize: config.MAX_HEADER_BYTES,
      headersTimeout: config.HEADERS_TIMEOUT_MS,
      // None for the whole request, which may be a text of any length: `slowUploads` asks that something comes.
      requestTimeout: 0,
      connectionsCheckingInterval: Math.min(5000, config.HEADERS_TIMEOUT_MS),
    },
    // Streams of events never end by themselves; at close they are ended by `services.closing`.
    forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  // An expectation that we do not know is passed over, instead of an answer that says nothing.
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response));
  requestIds(app);
  securityHeaders(app);
  problemDetails(app, services.registry);
  requestMetrics(app, services.registry);
  requestSpans(app);
  await bodyParsers(app, { maxJsonBytes: config.MAX_JSON_BYTES });
  largeBodies(app, {
    maxJsonBytes: config.MAX_JSON_BYTES,
    totalBytes: largeBodiesAtOnce * config.MAX_JSON_BYTES,
  });
  slowUploads(app, services.registry, { minBytesPerSecond: config.MIN_UPLOAD_BYTES_PER_SECOND });
  await owners(app);
  callers(app, services, { requireApiKey: config.REQUIRE_API_KEY });
  crossSiteCheck(app);
  const documentation = documentationRoutes(app, { compat: config.COMPAT_API });
  const refuseOtherMethods = methodNotAllowed(app);
  healthRoutes(app, services);
  languageRoutes(app, services);
  statusRoute(app, { statusMessage: config.STATUS_MESSAGE, historyDays: config.HISTORY_DAYS });
  createTranslationRoute(app, services, { maxSegmentTokens: config.MAX_SEGMENT_TOKENS });
  readTranslationRoutes(app, services);
  changeTranslationRoutes(app, services);
  changeSegmentRoutes(app, services);
  shareRoutes(app, services);
  eventRoutes(app, services);
  if (config.COMPAT_API) {
    const openApi = () => documentation.json();
    await app.register(async (scope) => compatRoutes(scope, services, { ...config, openApi }));
  }
  documentation.complete();
  refuseOtherMethods();
  if (config.WEB_DIR !== '') await webPage(app, { webDir: config.WEB_DIR });
  return app;
}
