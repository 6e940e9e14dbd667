import { CompatHealth, CompatLanguageList, CompatSettings } from '@unlimited/contract';
import { methodNotAllowed } from '../plugins/method-not-allowed.ts';
import type { TypedApp } from '../routes/typed-app.ts';
import type { Services } from '../services/services.ts';
import { compatDetectRoute } from './compat-detect.ts';
import { CompatRefusal, compatErrors } from './compat-error.ts';
import { compatFileRoutes, fileEndings } from './compat-files.ts';
import { compatBodyParsers } from './compat-input.ts';
import { compatLanguageList, compatLanguages } from './compat-languages.ts';
import type { CompatOptions } from './compat-options.ts';
import { compatTranslateRoute } from './compat-translate.ts';

/**
 * LibreTranslate's wire format at its own paths, for the clients that there are: their input, their error strings and
 * status codes. Nobody has a history here, so any site may ask.
 */
export function compatRoutes(
  app: TypedApp,
  services: Services,
  options: CompatOptions & { openApi: () => string },
): void {
  const maxBytes = options.MAX_JSON_BYTES;
  compatErrors(app, { maxBytes });
  compatBodyParsers(app, { maxBytes });
  crossOrigin(app);
  const refuseOtherMethods = methodNotAllowed(app);
  compatTranslateRoute(app, services, options);
  compatDetectRoute(app, services, options);
  compatFileRoutes(app, services, options);
  compatInformationRoutes(app, services, options);
  app.post('/suggest', { config: { open: true } }, async () => {
    throw new CompatRefusal(403, 'Suggestions are disabled on this server.');
  });
  app.get('/spec', { config: { open: true } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(options.openApi()),
  );
  app.get('/docs', { config: { open: true } }, (_request, reply) => reply.redirect('api/docs'));
  refuseOtherMethods();
}

/** Any site may ask and read: without credentials, of which none are looked at here. */
function crossOrigin(app: TypedApp): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'retry-after');
    reply.header('cross-origin-resource-policy', 'cross-origin');
    if (request.method !== 'OPTIONS') return;
    reply
      .header('access-control-allow-methods', 'GET, POST')
      .header('access-control-allow-headers', 'authorization, content-type')
      .header('access-control-max-age', '86400');
    return reply.code(204).send();
  });
}

function compatInformationRoutes(app: TypedApp, { directions }: Services, options: CompatOptions): void {
  app.get('/languages', { config: { open: true }, schema: { response: { 200: CompatLanguageList } } }, () =>
    compatLanguageList(directions),
  );
  app.get(
    '/health',
    { config: { open: true }, schema: { response: { 200: CompatHealth } }, logLevel: 'warn' },
    () => ({
      status: 'ok' as const,
    }),
  );
  app.get(
    '/frontend/settings',
    { config: { open: true }, schema: { response: { 200: CompatSettings } } },
    () => {
      const languages = compatLanguages(directions);
      const [first] = directions.all;
      const target = languages.find(({ code }) => code === first?.targetLang) ?? {
        code: 'en',
        name: 'English',
      };
      return {
        charLimit: options.COMPAT_CHAR_LIMIT || -1,
        frontendTimeout: 500,
        apiKeys: true,
        keyRequired: options.REQUIRE_API_KEY,
        suggestions: false,
        filesTranslation: true,
        supportedFilesFormat: [...fileEndings],
        language: { source: { code: 'auto', name: 'Auto Detect' }, target },
      };
    },
  );
}
