import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hashShown, hashToken, newToken } from '../services/token.ts';

/** Over TLS under the prefix that keeps other hosts of the same domain from setting it. */
const nameOf = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-owner' : 'owner');
const maxAgeSeconds = 400 * 24 * 60 * 60; // the longest that browsers keep a cookie

/** Cookies, by which the owner of a translation is known. */
export async function owners(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
}

/** The token in the caller's cookie, if there is one. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[nameOf(request)];
  return hashShown(token) === undefined ? undefined : token;
}

/**
 * The caller's identity as it is stored: that of the API key, or the hash of the token in the cookie; `undefined` without
 * either.
 */
export function ownerOf(request: FastifyRequest): Buffer | undefined {
  const { key } = request.caller;
  return key === undefined ? hashShown(cookieOf(request)) : key.owner;
}

/** The caller's identity, made up on the first call: a token that only the caller's cookie holds. */
export function ensureOwner(request: FastifyRequest, reply: FastifyReply): Buffer {
  const known = ownerOf(request);
  if (known !== undefined) return known;
  const token = newToken();
  reply.setCookie(nameOf(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: maxAgeSeconds,
  });
  return hashToken(token);
}
