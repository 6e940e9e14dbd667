import { createHash, randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Over TLS under the prefix that keeps other hosts of the same domain from setting it. */
const nameOf = (request: FastifyRequest) => (request.protocol === 'https' ? '__Host-owner' : 'owner');
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;
const maxAgeSeconds = 400 * 24 * 60 * 60; // the longest that browsers keep a cookie

/** Cookies, by which the owner of a translation is known. */
export async function owners(app: FastifyInstance): Promise<void> {
  await app.register(cookie);
}

/** The token in the caller's cookie, if there is one. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[nameOf(request)];
  return token !== undefined && tokenPattern.test(token) ? token : undefined;
}

/**
 * The caller's identity as it is stored: that of the API key, or the hash of the token in the cookie; `undefined` without
 * either.
 */
export function ownerOf(request: FastifyRequest): Buffer | undefined {
  const { key } = request.caller;
  if (key !== undefined) return key.owner;
  const token = cookieOf(request);
  return token === undefined ? undefined : hash(token);
}

/** The caller's identity, made up on the first call: 256 random bits that only the caller's cookie holds. */
export function ensureOwner(request: FastifyRequest, reply: FastifyReply): Buffer {
  const known = ownerOf(request);
  if (known !== undefined) return known;
  const token = randomBytes(32).toString('base64url');
  reply.setCookie(nameOf(request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: maxAgeSeconds,
  });
  return hash(token);
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
