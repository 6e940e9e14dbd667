import { ServiceStatus } from '@unlimited/contract';
import type { TypedApp } from './typed-app.ts';

/** `GET /api/status`: what everybody should know of this service. */
export function statusRoute(
  app: TypedApp,
  { statusMessage, historyDays }: { statusMessage: string; historyDays: number },
): void {
  const message = statusMessage === '' ? null : statusMessage;
  app.get(
    '/api/status',
    { config: { open: true }, schema: { response: { 200: ServiceStatus } } },
    (_request, reply) => {
      reply.header('cache-control', 'no-cache');
      return { message, historyDays };
    },
  );
}
