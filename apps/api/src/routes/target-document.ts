import { Readable } from 'node:stream';
import type { DocumentFormat } from '@unlimited/contract';
import type { TranslationRecord } from '@unlimited/db';
import type { FastifyReply } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import type { Caller } from '../services/caller.ts';
import type { Services } from '../services/services.ts';
import { documentMediaTypes, isDocument } from '../services/text-formats.ts';
import { untilLeft } from './until-left.ts';

/** A translation that is a document. */
export type DocumentRecord = TranslationRecord & { readonly format: DocumentFormat };

export function isDocumentRecord(record: TranslationRecord): record is DocumentRecord {
  return isDocument(record.format);
}

/**
 * Answers with the translated document. Nothing of it can be sent before all of it is there.
 *
 * @throws ProblemError `document_not_finished`, `translation_failed`; what writing it throws.
 */
export async function sendTargetDocument(
  services: Services,
  record: DocumentRecord,
  reply: FastifyReply,
  { owner, caller }: { owner: Buffer; caller: Caller },
): Promise<FastifyReply> {
  const { status, format } = record;
  if (status === 'failed') throw new ProblemError('translation_failed');
  if (status !== 'done' && status !== 'cancelled') {
    throw new ProblemError('document_not_finished', undefined, { retryAfterSeconds: 5 });
  }
  const giveBack = services.streams.take(owner, caller);
  try {
    const isHead = reply.request.method === 'HEAD';
    const document = isHead
      ? undefined
      : await services.documents.write(services.db, record, untilLeft(services, reply));
    if (!reply.hasHeader('content-disposition')) {
      reply.header('content-disposition', `attachment; filename="translation.${format}"`);
    }
    reply
      .type(documentMediaTypes[format])
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; sandbox");
    return reply.send(document === undefined ? Readable.from([]) : Buffer.from(document));
  } finally {
    giveBack();
  }
}
