import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import { cookieOf } from './owner.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what would change something in the name of a cookie when another site sends it. Browsers say where a request
 * comes from, in `Sec-Fetch-Site` or at least in `Origin`; what says neither is no browser and sends no cookie by itself.
 */
export function crossSiteCheck(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (safeMethods.has(request.method) || cookieOf(request) === undefined) return;
    if (!isSameOrigin(request)) throw new ProblemError('cross_site_request');
  });
}

function isSameOrigin({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = headers;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
