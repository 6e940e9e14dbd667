import { documentTypeOfName } from './document-types.ts';

/** A text that is sent as it is instead of standing in the text box: a file, or a long text that was pasted. */
export interface TextDocument {
  /** File name; `null` for pasted text. */
  readonly name: string | null;
  /** UTF-8; or a document, whose text the service takes out of it, with its media type. */
  readonly body: Blob;
  /** Length in UTF-16 code units; `null` where only the service can tell. */
  readonly length: number | null;
  /** How it begins. */
  readonly preview: string;
}

export type DocumentFailure = 'file_not_text' | 'file_unreadable' | 'file_empty';

export class DocumentError extends Error {
  readonly code: DocumentFailure;

  constructor(code: DocumentFailure, options?: ErrorOptions) {
    super(code, options);
    this.name = 'DocumentError';
    this.code = code;
  }
}

const previewLength = 4000;

/** A long text as a document. */
export function toDocument(text: string): TextDocument {
  return { name: null, body: new Blob([text]), length: text.length, preview: text.slice(0, previewLength) };
}

/**
 * Reads a text file of any length without holding it in memory. UTF-8 files are sent as they are; those with a UTF-16
 * mark or in the old Windows encoding are converted. A document is taken as it is.
 *
 * @throws DocumentError
 */
export async function readDocument(file: File): Promise<TextDocument> {
  if (file.size === 0) throw new DocumentError('file_empty');
  const documentType = documentTypeOfName(file.name);
  if (documentType !== null) {
    const body = file.slice(0, file.size, documentType);
    return { name: file.name, body, length: null, preview: '' };
  }
  const encoding = await markedEncoding(file);
  try {
    const survey = await surveyText(file, encoding ?? 'utf-8');
    if (encoding === null) return { name: file.name, body: file, ...survey };
    return { name: file.name, body: await converted(file, encoding), ...survey };
  } catch (error) {
    if (!(error instanceof TypeError) || encoding !== null) throw asDocumentError(error);
  }
  try {
    const survey = await surveyText(file, 'windows-1252');
    return { name: file.name, body: await converted(file, 'windows-1252'), ...survey };
  } catch (error) {
    throw asDocumentError(error);
  }
}

async function markedEncoding(file: Blob): Promise<string | null> {
  const mark = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (mark[0] === 0xff && mark[1] === 0xfe) return 'utf-16le';
  if (mark[0] === 0xfe && mark[1] === 0xff) return 'utf-16be';
  return null;
}

function decoded(file: Blob, encoding: string): ReadableStream<string> {
  return file
    .stream()
    .pipeThrough(new TextDecoderStream(encoding, { fatal: true }) as TransformStream<Uint8Array, string>);
}

async function surveyText(file: Blob, encoding: string): Promise<{ length: number; preview: string }> {
  const reader = decoded(file, encoding).getReader();
  let length = 0;
  let preview = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { length, preview };
    if (value.includes('\0')) {
      await reader.cancel();
      throw new DocumentError('file_not_text');
    }
    if (preview.length < previewLength) preview = (preview + value).slice(0, previewLength);
    length += value.length;
  }
}

function converted(file: Blob, encoding: string): Promise<Blob> {
  const utf8 = decoded(file, encoding).pipeThrough(
    new TextEncoderStream() as TransformStream<string, Uint8Array>,
  );
  return new Response(utf8 as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}

function asDocumentError(cause: unknown): DocumentError {
  if (cause instanceof DocumentError) return cause;
  return new DocumentError(cause instanceof TypeError ? 'file_not_text' : 'file_unreadable', { cause });
}
