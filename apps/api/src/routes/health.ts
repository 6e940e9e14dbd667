import { pingDatabase } from '@unlimited/db';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';
import type { TypedApp } from './typed-app.ts';

/** `/livez`: the process answers. `/readyz`: it can take work; if not, the problem says why. */
export function healthRoutes(app: TypedApp, { db, engine, closing }: Services): void {
  const quiet = { logLevel: 'warn' } as const;
  app.get('/livez', quiet, () => ({ status: 'alive' }));
  app.get('/readyz', quiet, async () => {
    if (closing.aborted) throw notReady('The process is shutting down.');
    if (!engine.ready) throw notReady('The engine is starting.');
    try {
      await pingDatabase(db);
    } catch (cause) {
      throw notReady('The database does not answer.', cause);
    }
    return { status: 'ready' };
  });
}

function notReady(detail: string, cause?: unknown): ProblemError {
  return new ProblemError('unavailable', detail, { retryAfterSeconds: 2, cause });
}
