import { createHash, randomBytes } from 'node:crypto';

const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits as text, which only the one that is given them ever holds. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its hash. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The hash of a token that somebody shows; `undefined` for what cannot be one. */
export function hashShown(token: unknown): Buffer | undefined {
  return typeof token === 'string' && tokenPattern.test(token) ? hashToken(token) : undefined;
}
