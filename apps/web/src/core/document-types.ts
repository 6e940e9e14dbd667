import type { DocumentFormat, TranslationFormat } from '@unlimited/contract';

/** Documents that the service takes the text out of, by the end of their names. */
const mediaTypes: Readonly<Record<DocumentFormat | 'pdf', string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  pdf: 'application/pdf',
};
const types = new Map(Object.entries(mediaTypes));

/** How the names of documents end. */
export const documentEndings = [...types.keys()];

/** The media type of the document that a name speaks of; `null` for a text. */
export function documentTypeOfName(name: string): string | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return types.get(ending) ?? null;
}

/** Whether a body is a document, by its media type. */
export function isDocumentBody(body: string | Blob): body is Blob {
  return typeof body !== 'string' && Object.values(mediaTypes).includes(body.type);
}

/** Whether a translation is a document that gets its text back. A PDF becomes a plain text. */
export function isDocument(format: TranslationFormat): format is DocumentFormat {
  return types.has(format);
}
