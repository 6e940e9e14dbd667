import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import type { Caller } from '../services/caller.ts';
import { clientNetwork } from '../services/client-network.ts';
import type { Services } from '../services/services.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller;
  }
  interface FastifyContextConfig {
    /** Open to everybody, even where an API key is required. */
    open?: boolean;
    /** A key may stand in the body: the route looks there, and counts. */
    bodyHasKey?: boolean;
  }
}

export interface CallersOptions {
  readonly requireApiKey: boolean;
}

/**
 * Finds out who sends a request, by an API key if there is one, and counts it. Of the page's files and the health checks
 * only a key is looked at.
 */
export function callers(
  app: FastifyInstance,
  { apiKeys, clientLimits }: Pick<Services, 'apiKeys' | 'clientLimits'>,
  { requireApiKey }: CallersOptions,
): void {
  app.decorateRequest('caller', null as unknown as Caller);
  app.addHook('onRequest', async (request) => {
    const stranger = { key: undefined, network: clientNetwork(request.ip) };
    request.caller = stranger;
    const text = keyOf(request);
    if (text !== undefined) {
      // Who tries keys out is counted like any stranger.
      if (!apiKeys.isRemembered(text)) clientLimits.countRequest(stranger);
      const key = await apiKeys.find(text);
      if (key === undefined) throw new ProblemError('api_key_invalid');
      request.caller = { ...stranger, key };
    }
    if (!isApi(request) || request.routeOptions.config.bodyHasKey) return;
    clientLimits.countRequest(request.caller);
    const open = request.routeOptions.config.open === true;
    if (requireApiKey && !open && request.caller.key === undefined)
      throw new ProblemError('api_key_required');
  });
}

/** `Authorization: Bearer …` or `x-api-key: …`. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const header = headers['x-api-key'];
  if (typeof header === 'string' && header !== '') return header;
  return /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

/** What costs more than a file or a health check. */
function isApi({ url, method }: FastifyRequest): boolean {
  return url.startsWith('/api/') || (method !== 'GET' && method !== 'HEAD');
}
