import type { NotReadyReason } from '@unlimited/contract';
import { pingDatabase } from '@unlimited/db';
import type { ModelStats } from '@unlimited/marian';
import { ProblemError } from '../problem-error.ts';
import type { Services } from '../services/services.ts';
import type { TypedApp } from './typed-app.ts';

/** What tells whether work can be taken. */
export interface HealthServices extends Pick<Services, 'db' | 'closing'> {
  readonly engine: {
    readonly ready: boolean;
    stats(): {
      readonly models: readonly (Pick<ModelStats, 'sourceLang' | 'targetLang'> & {
        readonly processes: readonly { readonly warm: boolean }[];
      })[];
    };
  };
}

/** `/livez`: the process answers. `/readyz`: it can take work; if not, the problem's `reasons` say why. */
export function healthRoutes(app: TypedApp, { db, engine, closing }: HealthServices): void {
  const quiet = { logLevel: 'warn' } as const;
  app.get('/livez', quiet, () => ({ status: 'alive' }));
  app.get('/readyz', quiet, async () => {
    const reasons: NotReadyReason[] = [];
    if (closing.aborted) reasons.push({ part: 'process', detail: 'It is shutting down.' });
    if (!engine.ready) reasons.push({ part: 'engine', detail: describeEngine(engine) });
    const cause = await pingDatabase(db).then(
      () => undefined,
      (error: unknown) => {
        reasons.push({ part: 'database', detail: 'It does not answer.' });
        return error;
      },
    );
    if (reasons.length === 0) return { status: 'ready' };
    const detail = reasons.map((reason) => `${reason.part}: ${reason.detail}`).join(' ');
    throw new ProblemError('unavailable', detail, { retryAfterSeconds: 2, cause, members: { reasons } });
  });
}

function describeEngine(engine: HealthServices['engine']): string {
  const cold = engine.stats().models.filter(({ processes }) => !processes.some(({ warm }) => warm));
  const names = cold.map(({ sourceLang, targetLang }) => `${sourceLang}→${targetLang}`);
  return `No process is warm for ${names.join(', ')}.`;
}
