import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';

export interface ReadForm {
  /** Values of the fields before the text, by name; what is JSON is parsed. */
  readonly fields: Record<string, unknown>;
  /** The bytes of the part `text` or `document`; unread. */
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What is said of a document. */
  readonly file: { readonly name: string; readonly mediaType: string } | undefined;
}

/** For a thousand glossary entries of the greatest length, with every character escaped. */
const maxFieldBytes = 4 * 1024 * 1024;
const jsonFields = new Set(['glossary']);

/**
 * The fields of a form, up to the part `text` or `document`, whose bytes are then to be read: they may be any number.
 *
 * @throws ProblemError `text_empty` when there is no such part; `invalid_request`, `malformed_json`, `body_too_large`.
 *   And so does reading the bytes when something comes after them.
 */
export async function readForm(request: FastifyRequest): Promise<ReadForm> {
  const parts = request.parts({
    limits: {
      fields: 20,
      files: 1,
      parts: 21,
      fieldSize: maxFieldBytes,
      fieldNameSize: 100,
      fileSize: Number.POSITIVE_INFINITY,
    },
  });
  const fields: Record<string, unknown> = {};
  for (;;) {
    const { value: part, done } = await asProblems(() => parts.next());
    if (done) throw new ProblemError('text_empty', 'The form has no part “text” or “document”.');
    if (part.type === 'file') {
      const bytes = untilEnd(part, parts);
      if (part.fieldname === 'text') return { fields, bytes, file: undefined };
      if (part.fieldname !== 'document')
        throw new ProblemError('invalid_request', 'form has an unknown part');
      return { fields, bytes, file: { name: part.filename ?? '', mediaType: part.mimetype } };
    }
    if (part.valueTruncated) throw new ProblemError('body_too_large', 'A field of the form is too long.');
    if (part.fieldname === 'text') {
      return { fields, bytes: untilEnd(part.value as string, parts), file: undefined };
    }
    if (Object.hasOwn(fields, part.fieldname))
      throw new ProblemError('invalid_request', 'form names a field twice');
    fields[part.fieldname] = jsonFields.has(part.fieldname) ? parsed(part.value) : part.value;
  }
}

async function* untilEnd(
  text: MultipartFile | string,
  parts: ReturnType<FastifyRequest['parts']>,
): AsyncGenerator<Uint8Array> {
  if (typeof text === 'string') yield Buffer.from(text);
  else yield* text.file;
  const { done } = await asProblems(() => parts.next());
  if (!done) throw new ProblemError('invalid_request', 'form has something after its text');
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw new ProblemError('malformed_json', undefined, { cause });
  }
}

/** What the parser says of a form that is broken, or is broken off, as what it is to the caller. */
async function asProblems<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const { statusCode } = cause as { statusCode?: number };
    if (statusCode === 413) throw new ProblemError('body_too_large', undefined, { cause });
    if (statusCode === undefined || statusCode >= 500) {
      throw new ProblemError('upload_incomplete', undefined, { cause });
    }
    throw new ProblemError('invalid_request', 'form cannot be read', { cause });
  }
}
