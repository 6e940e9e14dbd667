import { Translation } from '@unlimited/contract';
import type { TranslationRecord } from '@unlimited/db';
import type { FastifyRequest } from 'fastify';
import { ensureOwner } from '../plugins/owner.ts';
import { chooseDirection } from '../services/choose-direction.ts';
import type { ReceivedDocument } from '../services/document-desk.ts';
import { type Pieces, receiveText } from '../services/intake.ts';
import type { Services } from '../services/services.ts';
import { leastLength, readRequest } from './read-translation-request.ts';
import { sendTargetText } from './target-text.ts';
import { toTranslation } from './to-translation.ts';
import type { TypedApp } from './typed-app.ts';
import { untilLeft } from './until-left.ts';

/** `POST /api/translations`: takes a text or document, as JSON, as a stream or in a form, and answers as soon as all of it is stored. */
export function createTranslationRoute(
  app: TypedApp,
  services: Services,
  { maxSegmentTokens }: { maxSegmentTokens: number },
): void {
  const { db, directions, dispatcher, admission, clientLimits, documents, uploads } = services;
  const { maintenance, metrics } = services;
  app.post('/api/translations', { schema: { response: { 201: Translation } } }, async (request, reply) => {
    const read = await readRequest(request);
    const { keep, glossary, lineBreaks, sourceLang, targetLang } = read;
    const languages = { sourceLang, targetLang };
    // What cannot be translated is refused before anything of it is read.
    if (sourceLang !== 'auto') directions.of(languages);
    const owner = ensureOwner(request, reply);
    const count = clientLimits.countText(request.caller, leastLength(request));
    const giveBack = uploads.take(owner, request.caller);
    try {
      const admit = await admission.begin(owner, request.caller);
      const store = async ({ pieces: all, format, document }: Received): Promise<TranslationRecord> => {
        const grow = (length: number) => {
          admit(length + (document?.length ?? 0));
          count(length);
        };
        const { pieces, ...choice } = await chooseDirection(directions, { ...languages, format }, all);
        return receiveText(db, pieces, {
          ...{
            owner,
            choice,
            targetLang,
            keep,
            glossary,
            format,
            document,
            lineBreaks,
            maxSegmentTokens,
            grow,
          },
          onStored: (segments) => metrics.segmentsStored(segments),
        });
      };
      const record =
        read.document === undefined
          ? await store({ pieces: read.pieces, format: read.format, document: undefined })
          : await documents.receive(
              read.document.bytes,
              read.document.type,
              untilLeft(services, reply),
              store,
            );
      dispatcher.wake();
      request.log.info({ translationId: record.id, segments: record.segmentCount }, 'text received');
      reply.code(201).header('location', `/api/translations/${record.id}`);
      if (!wantsText(request)) return toTranslation(record);
      return sendTargetText(services, record, reply, {
        owner,
        caller: request.caller,
        forget: !keep,
        asPlainText: true,
      });
    } catch (error) {
      maintenance.sweepSoon();
      throw error;
    } finally {
      giveBack();
    }
  });
}

/** A text, or what came out of a document. */
type Received = Omit<ReceivedDocument, 'pieces'> & { readonly pieces: Pieces };

function wantsText({ headers }: FastifyRequest): boolean {
  return /^text\/plain\b/i.test(headers.accept ?? '');
}
