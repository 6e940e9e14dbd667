import type { Problem, ProblemCode } from '@unlimited/contract';

/**
 * Why a request did not succeed: a problem of the API, or one that only the page can see.
 *
 * - `unreachable`: no answer at all (no network, or the service is down).
 * - `share_ended`: a link to a translation does not hold any more.
 * - `unexpected_answer`: something between page and API answered in its place.
 */
export type FailureCode = ProblemCode | 'share_ended' | 'unreachable' | 'unexpected_answer';

const passing: ReadonlySet<FailureCode> = new Set(['unreachable', 'too_many_requests', 'unavailable']);

/** A request that failed. */
export class ApiError extends Error {
  readonly code: FailureCode;
  /** What the server asked to wait, in milliseconds; `null` if it did not say. */
  readonly retryAfterMs: number | null;

  constructor(code: FailureCode, retryAfterMs: number | null = null, options?: ErrorOptions) {
    super(code, options);
    this.name = 'ApiError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether the same request may succeed later without anybody changing it. */
  get isPassing(): boolean {
    return passing.has(this.code);
  }
}

/** The code of anything that was thrown. */
export function failureCodeOf(error: unknown): FailureCode {
  return error instanceof ApiError ? error.code : 'internal';
}

/** Reads an answer that is not a success. Gateways answer 502 and 504 in a language of their own. */
export async function toApiError(response: Response): Promise<ApiError> {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'));
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) {
    const problem = (await response.json().catch(() => null)) as Partial<Problem> | null;
    if (typeof problem?.code === 'string') return new ApiError(problem.code as ProblemCode, retryAfterMs);
  }
  if (response.status === 429) return new ApiError('too_many_requests', retryAfterMs);
  const gateway = response.status >= 502 && response.status <= 504;
  return new ApiError(gateway ? 'unavailable' : 'unexpected_answer', retryAfterMs);
}

/** `Retry-After` in milliseconds: a number of seconds or an HTTP date. */
export function parseRetryAfter(value: string | null, nowMs = Date.now()): number | null {
  if (value === null || value.trim() === '') return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
