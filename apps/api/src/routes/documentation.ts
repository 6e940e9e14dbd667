import type { FastifyReply } from 'fastify';
import type { DocumentedRoute } from '../openapi/build-document.ts';
import { describeApi } from '../openapi/describe-api.ts';
import { pageStyle } from '../openapi/page-style.ts';
import { renderPage } from '../openapi/render-page.ts';
import type { TypedApp } from './typed-app.ts';

const policy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface Documentation {
  /** Describes the routes that were made since. */
  complete(): void;
  /** The document, as soon as it is complete. */
  json(): string;
}

/** `GET /api/openapi.json` and the same as a page. Call it before the other routes are made. */
export function documentationRoutes(app: TypedApp, { compat }: { compat: boolean }): Documentation {
  const routes: DocumentedRoute[] = [];
  let json = '';
  let page = '';
  app.addHook('onRoute', ({ method, url, schema, config }) => {
    if (method === 'HEAD' || config?.documented === false) return;
    routes.push({ method, url, ...(schema && { schema }) });
  });

  const open = { config: { open: true } };
  const send = (reply: FastifyReply, mediaType: string, body: string) =>
    reply.type(mediaType).header('cache-control', 'no-cache').send(body);
  app.get('/api/openapi.json', open, (_request, reply) =>
    send(reply, 'application/json; charset=utf-8', json),
  );
  app.get('/api/docs', open, (_request, reply) => {
    reply.header('content-security-policy', policy);
    return send(reply, 'text/html; charset=utf-8', page);
  });
  app.get('/api/docs/style.css', open, (_request, reply) =>
    send(reply, 'text/css; charset=utf-8', pageStyle),
  );

  return {
    complete() {
      const document = describeApi(routes, { compat });
      json = JSON.stringify(document);
      page = renderPage(document);
    },
    json: () => json,
  };
}
