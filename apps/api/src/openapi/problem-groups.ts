import type { ProblemCode } from '@unlimited/contract';

/** Of a route that names a translation. */
export const ofOne = ['translation_not_found'] as const satisfies ProblemCode[];

/** Of whatever changes something. */
export const changing = ['cross_site_request'] as const satisfies ProblemCode[];

/** Of a body in JSON. */
export const withJson = [
  ...changing,
  'malformed_json',
  'text_not_utf8',
  'body_too_large',
  'unsupported_media_type',
] as const satisfies ProblemCode[];

/** Of a document that is sent. */
const withDocument = [
  'document_too_large',
  'document_type_mismatch',
  'document_unreadable',
  'document_encrypted',
  'document_too_complex',
] as const satisfies ProblemCode[];

/** Of a text or document to be translated. */
export const intake = [
  ...withJson,
  ...withDocument,
  'text_empty',
  'upload_incomplete',
  'language_not_supported',
  'language_pair_unavailable',
  'too_many_requests',
  'quota_exceeded',
] as const satisfies ProblemCode[];

/** Of what is sent for as long as the translation goes on. */
export const streaming = [
  ...ofOne,
  'too_many_requests',
  'translation_failed',
] as const satisfies ProblemCode[];
