import type { FastifyRequest } from 'fastify';
import type { Caller } from '../services/caller.ts';
import type { Services } from '../services/services.ts';
import { CompatRefusal } from './compat-error.ts';
import type { CompatInput } from './compat-input.ts';
import type { CompatOptions } from './compat-options.ts';

/** Of the routes that {@link compatCaller} is called in. */
export const bodyHasKey = { open: true, bodyHasKey: true } as const;

/**
 * Who sends a request: these clients put their key into the body, where the rest of the service does not look. It counts
 * the request, too.
 *
 * @throws CompatRefusal when the key is wrong, or missing where one is required; what `ClientLimits` throws.
 */
export async function compatCaller(
  { apiKeys, clientLimits }: Pick<Services, 'apiKeys' | 'clientLimits'>,
  request: FastifyRequest,
  input: CompatInput,
  options: CompatOptions,
): Promise<Caller> {
  const given = input.get('api_key');
  if (typeof given !== 'string' || given === '') {
    clientLimits.countRequest(request.caller);
    if (options.REQUIRE_API_KEY && request.caller.key === undefined) throw keyMissing(options);
    return request.caller;
  }
  // Who tries keys out is counted like any stranger.
  if (!apiKeys.isRemembered(given)) clientLimits.countRequest({ ...request.caller, key: undefined });
  const key = await apiKeys.find(given);
  if (key === undefined) throw new CompatRefusal(403, 'Invalid API key');
  const caller = { ...request.caller, key };
  clientLimits.countRequest(caller);
  return caller;
}

function keyMissing({ API_KEY_URL: url }: CompatOptions): CompatRefusal {
  const message =
    url === '' ? 'Please contact the server operator to get an API key' : `Visit ${url} to get an API key`;
  return new CompatRefusal(400, message);
}
