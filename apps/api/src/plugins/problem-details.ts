import type { IncomingMessage } from 'node:http';
import { type ProblemCode, toProblem } from '@unlimited/contract';
import { isTransient } from '@unlimited/db';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Counter, type Registry } from 'prom-client';
import { ProblemError } from '../problem-error.ts';

/** Fastify's own errors that are the caller's; every other one is ours. */
const fastifyProblems: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_VALIDATION: 'invalid_request',
  FST_ERR_BAD_URL: 'invalid_request',
  FST_ERR_MAX_PARAM_LENGTH: 'not_found',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'upload_incomplete',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_PARTS_LIMIT: 'body_too_large',
  FST_FILES_LIMIT: 'body_too_large',
  FST_FIELDS_LIMIT: 'body_too_large',
  FST_REQ_FILE_TOO_LARGE: 'body_too_large',
  FST_PROTO_VIOLATION: 'invalid_request',
  FST_INVALID_JSON_FIELD_ERROR: 'malformed_json',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_MP_PREMATURE_CLOSE: 'upload_incomplete',
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
export function problemDetails(app: FastifyInstance, registry: Registry): void {
  const refused = new Counter({
    name: 'http_problems_total',
    help: 'Answers that were a problem, by its code',
    labelNames: ['code'],
    registers: [registry],
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = asProblemError(error);
    refused.inc({ code: problem.code });
    if (problem.code === 'internal') request.log.error({ err: error }, 'request failed');
    else request.log.info({ problem: problem.code }, 'request refused');
    if (!request.raw.complete) letGo(request.raw);
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) =>
    sendProblem(reply, new ProblemError('not_found')),
  );
}

/** How long the rest of a body is taken in, so that its sender sees why it was refused. */
const lingerMs = 5000;

/** Reads a refused body away for a while, then cuts the connection. */
function letGo(raw: IncomingMessage): void {
  const patience = setTimeout(() => raw.complete || raw.destroy(), lingerMs);
  patience.unref();
  raw.once('close', () => clearTimeout(patience));
  raw.on('error', () => undefined).resume();
}

/** Answers what found no route because its address is none; no hook of any route has run. */
export function answerFrameworkError(
  error: FastifyError,
  _request: FastifyRequest,
  reply: FastifyReply,
): void {
  sendProblem(reply, asProblemError(error));
}

function sendProblem(
  reply: FastifyReply,
  { code, detail, retryAfterSeconds, members }: ProblemError,
): FastifyReply {
  const problem = { ...toProblem(code, detail), ...members };
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds));
  // As text: a route's response schema is that of its success.
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .serializer((payload: string) => payload)
    .send(JSON.stringify(problem));
}
