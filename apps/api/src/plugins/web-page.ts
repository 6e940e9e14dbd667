import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves the built page, for one-process use; in a cluster nginx does. */
export async function webPage(app: FastifyInstance, { webDir }: { webDir: string }): Promise<void> {
  await app.register(fastifyStatic, {
    root: resolve(webDir),
    // The page's build puts a compressed copy beside each file.
    preCompressed: true,
    setHeaders(reply, path) {
      reply.header('content-security-policy', policy);
      reply.header('cross-origin-opener-policy', 'same-origin');
      // Vite puts a hash of the content into these names.
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // A translation's own address is a state of the page.
  app.get('/t/:id', (_request, reply) => reply.sendFile('index.html'));
}
