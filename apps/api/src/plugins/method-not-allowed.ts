import type { FastifyInstance, HTTPMethods } from 'fastify';
import { ProblemError } from '../problem-error.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Not in the API's document: it only says what an address does not do. */
    documented?: false;
  }
}

const known: readonly HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * Answers 405 with `Allow` where an address has a route, but none for the method. Call it before the routes are made,
 * and its result after them. Routes of a plugin that does so itself are left to it.
 */
export function methodNotAllowed(app: FastifyInstance): () => void {
  const methodsByUrl = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method }) => {
    const methods = methodsByUrl.get(url) ?? new Set();
    for (const each of [method].flat()) methods.add(each);
    methodsByUrl.set(url, methods);
  });
  return () => {
    for (const [url, methods] of [...methodsByUrl]) {
      const method = known.filter((each) => !methods.has(each));
      if (method.length === 0) continue;
      const allow = [...methods].join(', ');
      app.route({
        method,
        url,
        config: { documented: false, open: true },
        // Before the body, whatever it is.
        onRequest: async (_request, reply) => {
          reply.header('allow', allow);
          throw new ProblemError('method_not_allowed');
        },
        handler: () => undefined,
      });
    }
  };
}
