import type { Problem } from '@unlimited/contract';

/** An answer that is no success, or none at all. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  /** A problem's code; `unreachable` without an answer; `status` for one in another language. */
  readonly code: string;
  readonly retryAfterMs: number;

  constructor(code: string, message: string, options: { retryAfterMs?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryAfterMs = options.retryAfterMs ?? 0;
  }

  /** Whether the same request may succeed later. */
  get isPassing(): boolean {
    return passing.has(this.code);
  }
}

const passing = new Set([
  'unreachable',
  'unavailable',
  'too_many_requests',
  'upload_incomplete',
  'request_timeout',
]);

/** Reads an answer that is no success. */
export async function toServerError(response: Response): Promise<ServerError> {
  const retryAfterMs = 1000 * (Number(response.headers.get('retry-after')) || 0);
  const { status } = response;
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
  const problem = isProblem
    ? ((await response.json().catch(() => undefined)) as Problem | undefined)
    : undefined;
  if (problem !== undefined) {
    const message = [problem.title, problem.detail].filter(Boolean).join('. ');
    return new ServerError(problem.code, message, { retryAfterMs });
  }
  // A proxy in between speaks for itself.
  await response.body?.cancel();
  const code =
    status === 429 ? 'too_many_requests' : status >= 502 && status <= 504 ? 'unavailable' : 'status';
  return new ServerError(code, `The server answered ${status}`, { retryAfterMs });
}
