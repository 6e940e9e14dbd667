import { ProblemError } from '../problem-error.ts';

/**
 * The bytes that somebody sends.
 *
 * @throws ProblemError `upload_incomplete` when the sender is gone; the problem that reading the bytes has met itself.
 */
export async function* received(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('upload_incomplete', undefined, { cause });
  }
}
