import type { DocumentFormat, TranslationFormat } from '@unlimited/contract';
import { type Db, readDocument, readSegments, retryTransient, type TranslationRecord } from '@unlimited/db';
import { DocumentError, Documents, type DocumentType, TargetParagraphs } from '@unlimited/document';
import { ProblemError } from '../problem-error.ts';
import { inPieces } from './in-pieces.ts';
import { received } from './received.ts';

export interface DocumentDeskOptions {
  /** Of one document as it is sent. */
  readonly maxBytes: number;
  /** Of the process that reads or writes one. */
  readonly timeoutMs: number;
  readonly maxMemoryBytes: number;
}

/** A document that came, and its text. */
export interface ReceivedDocument {
  readonly pieces: Iterable<string>;
  readonly format: TranslationFormat;
  /** To be stored for the way back; none of a PDF. */
  readonly document: Buffer | undefined;
}

/** Each may take as much memory as all the rest of the service. */
const atOnce = 1;

type DocumentToWrite = Pick<TranslationRecord, 'id' | 'segmentCount' | 'sourceLang' | 'targetLang'> & {
  readonly format: DocumentFormat;
};

/** Takes the text out of documents, and puts the translated text back into them. */
export class DocumentDesk {
  readonly #maxBytes: number;
  readonly #documents: Documents;
  /** Bytes of documents that are in memory. */
  #held = 0;

  constructor({ maxBytes, ...options }: DocumentDeskOptions) {
    this.#maxBytes = maxBytes;
    this.#documents = new Documents({ ...options, atOnce });
  }

  /**
   * Reads a document and has its text stored by `use`, while which it is in memory.
   *
   * @throws ProblemError `document_…`, `unavailable` when there is no room for it, what reading the bytes throws, and what `use` throws.
   */
  async receive<T>(
    bytes: AsyncIterable<Uint8Array>,
    type: DocumentType,
    signal: AbortSignal,
    use: (received: ReceivedDocument) => Promise<T>,
  ): Promise<T> {
    const pieces: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const piece of received(bytes)) {
        this.#held += piece.length;
        size += piece.length;
        if (size > this.#maxBytes) {
          throw new ProblemError('document_too_large', `At most ${this.#maxBytes} bytes are taken.`);
        }
        if (this.#held > 2 * this.#maxBytes) {
          throw new ProblemError('unavailable', 'Too many documents come at once.', {
            retryAfterSeconds: 10,
          });
        }
        pieces.push(piece);
      }
      if (size === 0) throw new ProblemError('text_empty');
      const document = Buffer.concat(pieces.splice(0));
      const text = await asProblem(this.#documents.readText(document, type, signal), signal);
      if (text.trim() === '') {
        throw new ProblemError('text_empty', 'The document holds no text; a scanned page is a picture.');
      }
      const isPdf = type === 'pdf';
      return await use({
        pieces: inPieces(text),
        format: isPdf ? 'plain' : type,
        document: isPdf ? undefined : document,
      });
    } finally {
      this.#held -= size;
    }
  }

  /**
   * The document of a translation with the translated text; what is not translated stands there as it was.
   *
   * @throws ProblemError `translation_not_found` when it is deleted meanwhile, `document_too_complex`.
   */
  async write(
    db: Db,
    { id, format, segmentCount, sourceLang, targetLang }: DocumentToWrite,
    signal: AbortSignal,
  ): Promise<Uint8Array> {
    const document = await retryTransient(() => readDocument(db, id));
    const paragraphs = new TargetParagraphs();
    for (let from = 0; from < segmentCount; ) {
      const segments = await retryTransient(() => readSegments(db, { id, from, limit: 1000 }));
      if (segments.length === 0) throw new ProblemError('translation_not_found');
      for (const { sourceText, targetText, gap } of segments) {
        paragraphs.add({ targetText: targetText ?? sourceText, gap });
      }
      from += segments.length;
    }
    if (document === undefined) throw new ProblemError('translation_not_found');
    const languages = { from: sourceLang, to: targetLang };
    const text = { type: format, paragraphs: paragraphs.end(), languages };
    const written = this.#documents.writeText(document, text, signal);
    return asProblem(written, signal);
  }
}

/** What a document is refused for has the same code everywhere. */
async function asProblem<T>(made: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await made;
  } catch (cause) {
    if (cause instanceof DocumentError) throw new ProblemError(cause.code, cause.message, { cause });
    // Whoever left hears nothing of it; at the end of the process it is to be sent again.
    if (signal.aborted) throw new ProblemError('unavailable', 'It was broken off.', { cause });
    throw cause;
  }
}
