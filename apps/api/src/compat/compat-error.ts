import { problems } from '@unlimited/contract';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { asProblemError } from '../plugins/problem-details.ts';
import type { ProblemError } from '../problem-error.ts';

/** A refusal in the words that clients of this wire format know. */
export class CompatRefusal extends Error {
  override readonly name = 'CompatRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `Invalid request: missing q parameter`, for an empty value too. */
export function missing(name: string): CompatRefusal {
  return new CompatRefusal(400, `Invalid request: missing ${name} parameter`);
}

/** Clients look for 400 and this text, never for 413. */
export function tooLong(size: number, limit: number): CompatRefusal {
  return new CompatRefusal(400, `Invalid request: request (${size}) exceeds text limit (${limit})`);
}

interface CompatAnswer {
  readonly status: number;
  readonly message: string;
}

/** Every error on these paths is `{"error": string}`. */
export function compatErrors(app: FastifyInstance, { maxBytes }: { maxBytes: number }): void {
  app.setErrorHandler((error, { log, headers }, reply) => {
    const size = Number(headers['content-length'] ?? maxBytes + 1);
    const { status, message, retryAfterSeconds } = toAnswer(error, log, tooLong(size, maxBytes));
    if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
    return reply
      .code(status)
      .type('application/json; charset=utf-8')
      .serializer((payload: string) => payload)
      .send(JSON.stringify({ error: message }));
  });
}

function toAnswer(
  error: unknown,
  log: FastifyBaseLogger,
  tooLarge: CompatAnswer,
): CompatAnswer & { retryAfterSeconds?: number } {
  if (error instanceof CompatRefusal) return error;
  const problem = asProblemError(error);
  if (problem.code === 'internal') log.error({ err: error }, 'request failed');
  else log.info({ problem: problem.code }, 'request refused');
  const { retryAfterSeconds } = problem;
  const answer = problem.code === 'body_too_large' ? tooLarge : inOurWords(problem);
  return retryAfterSeconds === undefined ? answer : { ...answer, retryAfterSeconds };
}

function inOurWords({ code, detail, members: { limit, per } }: ProblemError): CompatAnswer {
  const { status, title } = problems[code];
  const message = detail ?? title;
  if (code === 'api_key_invalid') return { status: 403, message: 'Invalid API key' };
  if (status === 429 && limit !== undefined) return { status, message: `Slowdown: ${limit} per 1 ${per}` };
  if (status === 429) return { status, message: `Slowdown: ${message}` };
  if (status === 500) return { status, message: `Cannot translate text: ${message}` };
  return { status, message };
}
