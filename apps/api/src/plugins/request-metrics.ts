import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

/** Counts and times requests by their route's pattern: an address itself may hold an id or a search. */
export function requestMetrics(app: FastifyInstance, registry: Registry): void {
  const requests = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from request to end of answer; streams count when they end',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10, 60, 600],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    requests.observe(labels, reply.elapsedTime / 1000);
  });
}
