import type { Static, TSchema } from 'typebox';
import Value from 'typebox/value';
import { ProblemError } from '../problem-error.ts';

/**
 * A value that fits its schema as it is: in a JSON body a number is no text, while Fastify's own validation, made for
 * queries, would take it for one.
 *
 * @throws ProblemError `invalid_request` that says where it does not fit.
 */
export function check<T extends TSchema>(schema: T, value: unknown, place: string): Static<T> {
  if (Value.Check(schema, value)) return value;
  const [error] = Value.Errors(schema, value);
  throw new ProblemError(
    'invalid_request',
    `${place}${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim(),
  );
}
