export type DocumentErrorCode =
  /** It is broken, or holds what such a document never holds. */
  | 'document_unreadable'
  /** It is of another type than was said. */
  | 'document_type_mismatch'
  /** It can be read with a password only. */
  | 'document_encrypted'
  /** More than is taken, packed or unpacked. */
  | 'document_too_large'
  /** Reading it takes more time or memory than one document may have. */
  | 'document_too_complex';

/** A document that cannot be taken. The message holds nothing of its text. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
