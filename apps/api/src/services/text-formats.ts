import { DocumentFormat, type TextFormat, type TranslationFormat } from '@unlimited/contract';
import type { DocumentType } from '@unlimited/document';
import { createFormatReader, escapeText, inlinePieces } from '@unlimited/format';
import type { Markup } from '@unlimited/quality';

/** How each format of a text is told in an upload and a download. */
export const mediaTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
} as const satisfies Record<TextFormat, string>;

export const fileExtensions = {
  plain: 'txt',
  markdown: 'md',
  html: 'html',
  srt: 'srt',
  vtt: 'vtt',
} as const satisfies Record<TextFormat, string>;

/** The same of documents. Of a PDF the text is taken out, and it is a plain text from then on. */
export const documentMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
} as const satisfies Record<DocumentType, string>;

const formats = Object.keys(mediaTypes) as TextFormat[];

/** The format of a body by its `content-type`; undefined if it is none of ours. */
export function formatOf(contentType = ''): TextFormat | undefined {
  return formats.find((format) => mediaTypes[format] === mediaTypeOf(contentType));
}

const documentTypes = Object.keys(documentMediaTypes) as DocumentType[];

/** The type of a document by its `content-type`, or by its file name; undefined if it is none of ours. */
export function documentTypeOf(contentType = '', fileName = ''): DocumentType | undefined {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase();
  return (
    documentTypes.find((type) => documentMediaTypes[type] === mediaTypeOf(contentType)) ??
    documentTypes.find((type) => type === ending)
  );
}

function mediaTypeOf(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** Whether a translation is a document that gets its text back. */
export function isDocument(format: TranslationFormat): format is DocumentFormat {
  return (DocumentFormat.enum as readonly string[]).includes(format);
}

/** How the text of a translation is written. */
export function textFormatOf(format: TranslationFormat): TextFormat {
  return isDocument(format) ? 'html' : format;
}

/** What is to be known of a format when its sentences are translated. */
export function markupOf(of: TranslationFormat): Markup | undefined {
  const format = textFormatOf(of);
  if (format === 'plain') return undefined;
  return {
    find: (text) => inlinePieces(text, format),
    escape: (text, sourcePlain) => escapeText(text, sourcePlain, format),
  };
}

/** What there is to read in a text, or all of it where that is nothing: enough to tell its language by. */
export function readableText(text: string, format: TextFormat): string {
  if (format === 'plain') return text;
  const reader = createFormatReader(format);
  const runs = [...reader.push(text), ...reader.end()].filter(({ kind }) => kind === 'run');
  return runs.length === 0 ? text : runs.map((run) => run.text).join('\n\n');
}
