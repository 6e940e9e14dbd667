import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../problem-error.ts';
import { documentMediaTypes, mediaTypes } from '../services/text-formats.ts';

/**
 * JSON as UTF-8 that is checked instead of silently repaired; a text in any format or a document as the unread stream of its bytes; forms,
 * read by who wants them.
 */
export async function bodyParsers(
  app: FastifyInstance,
  { maxJsonBytes }: { maxJsonBytes: number },
): Promise<void> {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: maxJsonBytes },
    (request, body, done) => {
      try {
        const text = new TextDecoder('utf-8', { fatal: true }).decode(body as Buffer);
        parseJson(request, text, done);
      } catch (cause) {
        done(new ProblemError('text_not_utf8', undefined, { cause }));
      }
    },
  );
  app.addContentTypeParser(Object.values(mediaTypes), (request: FastifyRequest, body, done) => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset === undefined || /^(utf-?8|us-ascii)$/i.test(charset)) done(null, body);
    else done(new ProblemError('unsupported_media_type', 'Send the text as UTF-8.'));
  });
  const documents = Object.values(documentMediaTypes);
  app.addContentTypeParser(documents, (_request: FastifyRequest, body, done) => done(null, body));
  await app.register(multipart);
}
