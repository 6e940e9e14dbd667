import manifest from '../../package.json' with { type: 'json' };
import { type DocumentedRoute, openApiDocument } from './build-document.ts';
import { compatOperations } from './compat-operations.ts';
import type { OpenApiDocument } from './open-api-document.ts';
import { readingOperations } from './reading-operations.ts';
import { serviceOperations } from './service-operations.ts';
import { sharingOperations } from './sharing-operations.ts';
import { translationsOperations } from './translations-operations.ts';

const head = {
  info: {
    title: 'Unlimited Translation',
    version: manifest.version,
    description:
      'A translation is a durable thing, not an open request: a text of any length is stored first and then translated piece by piece, while any number of readers watch. Errors are RFC 9457 problem documents with a stable `code`.',
  },
  tags: [
    { name: 'translations', description: 'Make, list, stop and remove translations' },
    { name: 'reading', description: 'Read what is translated, while it is translated' },
    { name: 'sharing', description: 'Let others read a translation for a time' },
    { name: 'service', description: 'What the service can do, and how it is' },
  ],
  security: [{ owner: [] }, { key: [] }, {}],
  components: {
    securitySchemes: {
      owner: {
        type: 'apiKey',
        in: 'cookie',
        name: 'owner',
        description: 'Set by the first answer to a text; whose a translation is, is known by it alone.',
      },
      key: {
        type: 'http',
        scheme: 'bearer',
        description: 'An API key, if the operator gave you one; `X-API-Key` takes it as well.',
      },
    },
  },
};

const compatTag = {
  name: 'compat',
  description:
    'LibreTranslate-compatible: another wire format at paths of its own, for the clients that speak it. Any site may ask, no cookie is read, every error is `{"error": string}`.',
};

/** The document of these routes. @throws Error when it would say too little or too much of them. */
export function describeApi(
  routes: readonly DocumentedRoute[],
  { compat }: { compat: boolean },
): OpenApiDocument {
  const own = { ...translationsOperations, ...readingOperations, ...sharingOperations, ...serviceOperations };
  const operations = compat ? { ...own, ...compatOperations } : own;
  return openApiDocument(
    { ...head, tags: compat ? [...head.tags, compatTag] : head.tags },
    routes,
    operations,
  );
}
