import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Config } from './config.ts';
import { bodyParsers } from './plugins/body-parsers.ts';
import { owners } from './plugins/owner.ts';
import { problemDetails } from './plugins/problem-details.ts';
import { requestMetrics } from './plugins/request-metrics.ts';
import { webPage } from './plugins/web-page.ts';
import { changeTranslationRoutes } from './routes/change-translation.ts';
import { createTranslationRoute } from './routes/create-translation.ts';
import { eventRoutes } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { languageRoutes } from './routes/languages.ts';
import { readTranslationRoutes } from './routes/read-translation.ts';
import type { Services } from './services/services.ts';

export type AppConfig = Pick<Config, 'TRUSTED_PROXIES' | 'MAX_JSON_BYTES' | 'MAX_SEGMENT_TOKENS' | 'WEB_DIR'>;

/** The HTTP application. It never listens by itself and owns none of the services. */
export async function buildApp(
  config: AppConfig,
  services: Services,
  logger: FastifyBaseLogger,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    trustProxy: (_address, hop) => hop < config.TRUSTED_PROXIES,
    // Streams of events never end by themselves; at close they are ended by `services.closing`.
    forceCloseConnections: 'idle',
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
  });
  problemDetails(app);
  requestMetrics(app, services.registry);
  bodyParsers(app, { maxJsonBytes: config.MAX_JSON_BYTES });
  await owners(app);
  healthRoutes(app, services);
  languageRoutes(app, services);
  createTranslationRoute(app, services, { maxSegmentTokens: config.MAX_SEGMENT_TOKENS });
  readTranslationRoutes(app, services);
  changeTranslationRoutes(app, services);
  eventRoutes(app, services);
  if (config.WEB_DIR !== '') await webPage(app, { webDir: config.WEB_DIR });
  return app;
}
