import { createHash, randomBytes } from 'node:crypto';
import { extname } from 'node:path';
import { CompatFile, type TextFormat, type TranslationFormat } from '@unlimited/contract';
import { findTranslation } from '@unlimited/db';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ProblemError } from '../problem-error.ts';
import { sendTargetDocument } from '../routes/target-document.ts';
import { sendTargetText } from '../routes/target-text.ts';
import type { TypedApp } from '../routes/typed-app.ts';
import { untilLeft } from '../routes/until-left.ts';
import type { Caller } from '../services/caller.ts';
import { inPieces } from '../services/in-pieces.ts';
import { receiveText } from '../services/intake.ts';
import type { Services } from '../services/services.ts';
import {
  documentMediaTypes,
  documentTypeOf,
  fileExtensions,
  isDocument,
  readableText,
  textFormatOf,
} from '../services/text-formats.ts';
import { untilEnded } from '../services/until-ended.ts';
import { bodyHasKey, compatCaller } from './compat-caller.ts';
import { detect, undetected } from './compat-detect.ts';
import { CompatRefusal, missing } from './compat-error.ts';
import { type CompatFilePart, readInput } from './compat-input.ts';
import { compatDirection, compatLanguage } from './compat-languages.ts';
import type { CompatOptions } from './compat-options.ts';
import { requiredText } from './compat-translate-request.ts';

/** What is done with a file, by the end of its name. */
export const fileFormats: Readonly<Record<string, TextFormat>> = {
  '.txt': 'plain',
  '.html': 'html',
  '.md': 'markdown',
  '.srt': 'srt',
  '.vtt': 'vtt',
};

/** Every file that is taken, by the end of its name. */
export const fileEndings: readonly string[] = [
  ...Object.keys(fileFormats),
  ...Object.keys(documentMediaTypes).map((type) => `.${type}`),
];

const DownloadParams = Type.Object({
  name: Type.String({ description: 'As the address has it' }),
});
const DownloadQuery = Type.Object({
  key: Type.String({ description: 'As the address has it that `POST /translate_file` answered with' }),
});

/** `POST /translate_file`, which answers as soon as the file is stored, and its download, which streams. */
export function compatFileRoutes(app: TypedApp, services: Services, options: CompatOptions): void {
  const maxBytes = options.MAX_JSON_BYTES;
  const posted = { config: bodyHasKey, schema: { response: { 200: CompatFile } } };
  app.post('/translate_file', posted, async (request, reply) => {
    const input = await readInput(request, { maxBytes });
    const caller = await compatCaller(services, request, input, options);
    if (input.file === undefined) throw missing('file');
    const languages = { source: requiredText(input, 'source'), target: requiredText(input, 'target') };
    const { path, key } = await receiveFile(services, {
      ...{ options, caller, languages, file: input.file, signal: untilLeft(services, reply) },
    });
    return { translatedFileUrl: `${originOf(request)}${path}?key=${key}` };
  });

  const schema = { params: DownloadParams, querystring: DownloadQuery };
  app.get('/download_file/:name', { config: { open: true }, schema }, async (request, reply) => {
    const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=\.)/.exec(request.params.name)?.[0];
    const owner = ownerOf(request.query.key);
    const record = id === undefined ? undefined : await findTranslation(services.db, { id, owner });
    if (record === undefined) throw new ProblemError('translation_not_found');
    reply.header(
      'content-disposition',
      `attachment; filename="${nameFor(record.targetLang, record.format)}"`,
    );
    if (isDocument(record.format)) {
      // Clients of this wire format take the file at once, and ask one time.
      const patience = AbortSignal.timeout(options.COMPAT_TIMEOUT_MS);
      const signal = AbortSignal.any([untilLeft(services, reply), patience]);
      const ended = await untilEnded(services, record.id, signal);
      const { caller } = request;
      return sendTargetDocument(services, { ...ended, format: record.format }, reply, { owner, caller });
    }
    return sendTargetText(services, record, reply, { owner, caller: request.caller, forget: false });
  });
}

interface SentFile {
  readonly options: CompatOptions;
  readonly caller: Caller;
  readonly file: CompatFilePart;
  readonly languages: { readonly source: string; readonly target: string };
  readonly signal: AbortSignal;
}

async function receiveFile(services: Services, sent: SentFile): Promise<{ path: string; key: string }> {
  const { file, signal } = sent;
  if (file.name === '') throw new CompatRefusal(400, 'Invalid request: empty file');
  const type = documentTypeOf('', file.name);
  if (type !== undefined) {
    return services.documents.receive(once(file.bytes), type, signal, ({ pieces, format, document }) =>
      storeFile(services, sent, { text: [...pieces].join(''), format, document, isText: false }),
    );
  }
  const format = fileFormats[extname(file.name).toLowerCase()];
  if (format === undefined) {
    throw new CompatRefusal(400, 'Invalid request: file format not supported');
  }
  return storeFile(services, sent, {
    text: decodeText(file.bytes),
    format,
    document: undefined,
    isText: true,
  });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

interface FileText {
  readonly text: string;
  readonly format: TranslationFormat;
  readonly document: Uint8Array | undefined;
  readonly isText: boolean;
}

async function storeFile(
  { db, directions, admission, clientLimits, dispatcher, metrics, uploads }: Services,
  { options: { MAX_SEGMENT_TOKENS: maxSegmentTokens }, caller, languages }: SentFile,
  { text, format, document, isText }: FileText,
): Promise<{ path: string; key: string }> {
  const detected =
    languages.source === 'auto'
      ? (detect(directions, [readableText(text, textFormatOf(format))]) ?? undetected)
      : undefined;
  const source = compatLanguage(directions, detected?.language ?? languages.source);
  const target = compatLanguage(directions, languages.target);
  const direction = compatDirection(directions, source, target);
  if (direction === undefined)
    throw new CompatRefusal(400, 'Invalid request: source and target are the same');
  const key = randomBytes(32).toString('base64url');
  const owner = ownerOf(key);
  clientLimits.countText(caller, text.length);
  const giveBack = uploads.take(owner, caller);
  try {
    const admit = await admission.begin(owner, caller);
    const grow = (length: number) => admit(length + (document?.length ?? 0));
    const record = await receiveText(db, inPieces(text), {
      owner,
      choice: {
        direction,
        sourceLang: direction.sourceLang,
        detected: detected !== undefined,
        others: new Map(),
      },
      targetLang: target.code,
      keep: false,
      format,
      document,
      // The lines of a PDF are as long as its pages are wide.
      lineBreaks: isText ? 'keep' : 'unwrap',
      maxSegmentTokens,
      grow,
      onStored: (stored) => metrics.segmentsStored(stored),
    });
    dispatcher.wake();
    return { path: `/download_file/${record.id}.${nameFor(target.code, format)}`, key };
  } finally {
    giveBack();
  }
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('text_not_utf8');
  }
}

/** The key is in the query and not in the path, which is logged; so the file's own name is in neither. */
function nameFor(targetLang: string, format: TranslationFormat): string {
  return `translation_${targetLang}.${isDocument(format) ? format : fileExtensions[format]}`;
}

function ownerOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

function originOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}`;
}
