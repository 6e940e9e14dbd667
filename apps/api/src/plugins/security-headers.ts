import type { FastifyInstance } from 'fastify';

const headers = {
  // Answers are data: nothing in them is ever run, framed or read by another site. The page has a policy of its own.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers that every answer has; a route may say otherwise. */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    // Once a browser came by TLS, it stays with it.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000');
  });
}
