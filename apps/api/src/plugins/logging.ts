import type { FastifyRequest } from 'fastify';
import type { LoggerOptions } from 'pino';

/**
 * Logger options under which no user text reaches a log line: URLs without their query (a search is text), and
 * of database errors the code alone, since their messages quote values and their `sql` holds whole statements.
 */
export function loggerOptions(level: string): LoggerOptions {
  return {
    level,
    serializers: {
      req: (request: FastifyRequest) => ({
        method: request.method,
        path: request.url.split('?', 1)[0],
        remoteAddress: request.ip,
      }),
      err: serializeError,
    },
  };
}

interface SerializedError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  cause?: SerializedError;
}

function serializeError(error: unknown): SerializedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const { code, cause } = error as Error & { code?: unknown };
  const fromDatabase = 'sqlState' in error || 'sqlMessage' in error;
  const message = fromDatabase ? 'database error' : error.message;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return {
    type: error.name,
    message,
    stack: frames.join('\n'),
    ...(code === undefined ? {} : { code: String(code) }),
    ...(cause === undefined ? {} : { cause: serializeError(cause) }),
  };
}
