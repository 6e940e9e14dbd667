import { Readable } from 'node:stream';
import {
  Translation,
  TranslationForm,
  TranslationRequest,
  TranslationUploadQuery,
} from '@unlimited/contract';
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import Value from 'typebox/value';
import { ensureOwner } from '../plugins/owner.ts';
import { ProblemError } from '../problem-error.ts';
import { chooseDirection } from '../services/choose-direction.ts';
import { decodeUtf8 } from '../services/decode-utf8.ts';
import { inPieces } from '../services/in-pieces.ts';
import { receiveText } from '../services/intake.ts';
import type { Services } from '../services/services.ts';
import { formatOf } from '../services/text-formats.ts';
import { check } from './check.ts';
import { readForm } from './read-form.ts';
import { sendTargetText } from './target-text.ts';
import { toTranslation } from './to-translation.ts';
import type { TypedApp } from './typed-app.ts';

/** `POST /api/translations`: takes a text, as JSON, as a stream or in a form, and answers as soon as all of it is stored. */
export function createTranslationRoute(
  app: TypedApp,
  services: Services,
  { maxSegmentTokens }: { maxSegmentTokens: number },
): void {
  const { db, directions, dispatcher, admission, clientLimits, uploads, maintenance, metrics } = services;
  app.post('/api/translations', { schema: { response: { 201: Translation } } }, async (request, reply) => {
    const { pieces: received, keep, glossary, format, lineBreaks, ...languages } = await readRequest(request);
    // What cannot be translated is refused before anything of it is read.
    if (languages.sourceLang !== 'auto') directions.of(languages);
    const owner = ensureOwner(request, reply);
    const count = clientLimits.countText(request.caller, leastLength(request));
    const giveBack = uploads.take(owner, request.caller);
    try {
      const admit = await admission.begin(owner, request.caller);
      const grow = (length: number) => {
        admit(length);
        count(length);
      };
      const { pieces, ...choice } = await chooseDirection(directions, { ...languages, format }, received);
      const record = await receiveText(db, pieces, {
        owner,
        choice,
        targetLang: languages.targetLang,
        keep,
        glossary,
        format,
        lineBreaks,
        maxSegmentTokens,
        grow,
        onStored: (segments) => metrics.segmentsStored(segments),
      });
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

type ReadRequest = TranslationForm & {
  readonly pieces: AsyncIterable<string> | Iterable<string>;
} & typeof defaults;

/** The three forms of a request: JSON; the text alone with everything else in the query; a form. */
async function readRequest(request: FastifyRequest): Promise<ReadRequest> {
  const { body, query, headers } = request;
  if (request.isMultipart()) {
    const { fields, bytes } = await readForm(request);
    const asked = check(TranslationForm, converted(TranslationForm, fields), 'form');
    return { ...defaults, ...asked, pieces: decodeUtf8(bytes) };
  }
  if (body instanceof Readable) {
    // A refusal half-way is to be answered: the body, and with it the connection, stays as it is.
    const bytes = body.iterator({ destroyOnReturn: false });
    const asked = converted(TranslationUploadQuery, query as object);
    const format = formatOf(headers['content-type']) ?? 'plain';
    const given = check(TranslationUploadQuery, asked, 'querystring');
    return { ...defaults, format, ...given, pieces: decodeUtf8(bytes) };
  }
  if (body === undefined || body === null) throw new ProblemError('text_empty');
  const { sourceText, ...rest } = check(TranslationRequest, body, 'body');
  return { ...defaults, ...rest, pieces: inPieces(sourceText) };
}

/** A query and a form hold only strings; a JSON body means what it says. */
function converted(schema: TSchema, values: object): unknown {
  return Value.Convert(schema, { ...values });
}

const defaults: Required<Pick<TranslationForm, 'keep' | 'format' | 'lineBreaks'>> = {
  keep: true,
  format: 'plain',
  lineBreaks: 'unwrap',
};

/** What a text's length is at least, before it is read: no code unit takes more than three bytes. */
function leastLength({ body, headers }: FastifyRequest): number {
  if (body instanceof Readable) return Math.floor(Number(headers['content-length'] ?? 0) / 3);
  const { sourceText } = (body ?? {}) as { sourceText?: unknown };
  return typeof sourceText === 'string' ? sourceText.length : 0;
}

function wantsText({ headers }: FastifyRequest): boolean {
  return /^text\/plain\b/i.test(headers.accept ?? '');
}
