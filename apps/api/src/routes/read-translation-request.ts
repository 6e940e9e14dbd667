import { Readable } from 'node:stream';
import { TranslationForm, TranslationRequest, TranslationUploadQuery } from '@unlimited/contract';
import type { DocumentType } from '@unlimited/document';
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { ProblemError } from '../problem-error.ts';
import { decodeUtf8 } from '../services/decode-utf8.ts';
import { inPieces } from '../services/in-pieces.ts';
import type { Pieces } from '../services/intake.ts';
import { documentTypeOf, formatOf } from '../services/text-formats.ts';
import { check } from './check.ts';
import { readForm } from './read-form.ts';

const defaults: Required<Pick<TranslationForm, 'keep' | 'format' | 'lineBreaks'>> = {
  keep: true,
  format: 'plain',
  lineBreaks: 'unwrap',
};

/** A document that is being sent. */
export interface SentDocument {
  readonly type: DocumentType;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** What `POST /api/translations` is asked: to translate a text, or a document. */
export type ReadRequest = TranslationForm &
  typeof defaults &
  ({ readonly pieces: Pieces; readonly document?: undefined } | { readonly document: SentDocument });

/**
 * The three forms of a request: JSON; the text or document alone with everything else in the query; a form.
 *
 * @throws ProblemError.
 */
export async function readRequest(request: FastifyRequest): Promise<ReadRequest> {
  const { body, query, headers } = request;
  if (request.isMultipart()) {
    const { fields, bytes, file } = await readForm(request);
    const asked = check(TranslationForm, converted(TranslationForm, fields), 'form');
    if (file === undefined) return { ...defaults, ...asked, pieces: decodeUtf8(bytes) };
    const type = documentTypeOf(file.mediaType, file.name);
    if (type === undefined) throw new ProblemError('unsupported_media_type', 'No such documents are taken.');
    return { ...defaults, ...withoutFormat(asked), document: { type, bytes } };
  }
  if (body instanceof Readable) {
    // A refusal half-way is to be answered: the body, and with it the connection, stays as it is.
    const bytes = body.iterator({ destroyOnReturn: false });
    const asked = converted(TranslationUploadQuery, query as object);
    const given = check(TranslationUploadQuery, asked, 'querystring');
    const type = documentTypeOf(headers['content-type']);
    if (type !== undefined) return { ...defaults, ...withoutFormat(given), document: { type, bytes } };
    const format = formatOf(headers['content-type']) ?? 'plain';
    return { ...defaults, format, ...given, pieces: decodeUtf8(bytes) };
  }
  if (body === undefined || body === null) throw new ProblemError('text_empty');
  const { sourceText, ...rest } = check(TranslationRequest, body, 'body');
  return { ...defaults, ...rest, pieces: inPieces(sourceText) };
}

function withoutFormat<T extends { format?: unknown }>(asked: T): T {
  if (asked.format === undefined) return asked;
  throw new ProblemError(
    'invalid_request',
    'format is said of texts; a document is what its media type says',
  );
}

/** A query and a form hold only strings; a JSON body means what it says. */
function converted(schema: TSchema, values: object): unknown {
  return Value.Convert(schema, { ...values });
}

/** What a text's length is at least, before it is read: no code unit takes more than three bytes. */
export function leastLength({ body, headers }: FastifyRequest): number {
  if (body instanceof Readable) {
    // How much text there is in a document, its length does not tell.
    if (documentTypeOf(headers['content-type']) !== undefined) return 0;
    return Math.floor(Number(headers['content-length'] ?? 0) / 3);
  }
  const { sourceText } = (body ?? {}) as { sourceText?: unknown };
  return typeof sourceText === 'string' ? sourceText.length : 0;
}
