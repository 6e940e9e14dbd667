export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { type ContainerType, containerTypes, type DocumentType } from './document-type.ts';
export { Documents, type DocumentsOptions, type NewText } from './documents.ts';
export { TargetParagraphs, type TargetSegment } from './target-paragraphs.ts';
