import { type ProblemCode, toProblem } from '@unlimited/contract';
import { isTransient } from '@unlimited/db';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';

/** Fastify's own errors that are the caller's; every other one is ours. */
const fastifyProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: 'invalid_request',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'upload_incomplete',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  ECONNRESET: 'upload_incomplete',
};

/** Turns whatever a route throws into a {@link ProblemError}. */
export function asProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isTransient(error)) {
    return new ProblemError('unavailable', 'The database does not answer; nothing is lost.', {
      retryAfterSeconds: 2,
      cause: error,
    });
  }
  const { code, validation, message } = error as Partial<FastifyError>;
  const known = code === undefined ? undefined : fastifyProblems[code];
  if (known === undefined) return new ProblemError('internal', undefined, { cause: error });
  return new ProblemError(known, validation ? message : undefined, { cause: error });
}

/** The one place where errors become answers: problem details for everything, validation and unknown routes too. */
export function problemDetails(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblemError(error);
    if (problem.code === 'internal') request.log.error({ err: error }, 'request failed');
    else request.log.info({ problem: problem.code }, 'request refused');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply, new ProblemError('not_found')),
  );
}

function sendProblem(reply: FastifyReply, { code, detail, retryAfterSeconds }: ProblemError): FastifyReply {
  const problem = toProblem(code, detail);
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  // As text: a route's response schema is that of its success.
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(problem));
}
