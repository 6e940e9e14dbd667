import { ProblemError } from '../problem-error.ts';
import { received } from './received.ts';

/**
 * The characters of a stream of bytes, a byte order mark included.
 *
 * @throws ProblemError `text_not_utf8` at the first byte that is not UTF-8; `upload_incomplete` when the sender is gone;
 *   the problem that reading the bytes has met itself.
 */
export async function* decodeUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for await (const piece of received(bytes)) yield decode(decoder, piece);
  yield decode(decoder);
}

function decode(decoder: InstanceType<typeof TextDecoder>, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch (cause) {
    throw new ProblemError('text_not_utf8', undefined, { cause });
  }
}
