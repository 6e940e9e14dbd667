import { type Static, Type } from 'typebox';

/** Every problem that the API answers with. A code, once published, keeps its meaning. */
export const problems = {
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  invalid_request: { status: 400, title: 'The request does not fit the schema' },
  text_empty: { status: 400, title: 'There is no text to translate' },
  text_not_utf8: { status: 400, title: 'The text is not valid UTF-8' },
  upload_incomplete: { status: 400, title: 'The upload broke off before its end' },
  api_key_required: { status: 401, title: 'This service wants an API key' },
  api_key_invalid: { status: 401, title: 'There is no such API key, or it was revoked' },
  cross_site_request: { status: 403, title: 'Another site may not do this in your name' },
  not_found: { status: 404, title: 'There is no such resource' },
  translation_not_found: { status: 404, title: 'There is no such translation' },
  method_not_allowed: { status: 405, title: 'This method is not taken here' },
  request_timeout: { status: 408, title: 'The request came too slowly' },
  document_not_finished: { status: 409, title: 'The document is not translated yet' },
  body_too_large: { status: 413, title: 'The body is larger than one request may be' },
  document_too_large: { status: 413, title: 'The document is larger than one may be, packed or unpacked' },
  headers_too_large: { status: 431, title: 'The address and headers of the request are too long' },
  unsupported_media_type: { status: 415, title: 'The body is of a media type that is not taken here' },
  document_type_mismatch: { status: 415, title: 'The document is of another type than was said' },
  document_unreadable: { status: 422, title: 'The document is broken or was cut off' },
  document_encrypted: { status: 422, title: 'The document can be read with a password only' },
  document_too_complex: {
    status: 422,
    title: 'Reading the document takes more time or memory than one may have',
  },
  language_not_supported: {
    status: 422,
    title: 'The language of the text is unknown or not translated here',
  },
  language_pair_unavailable: { status: 422, title: 'No loaded model translates this pair' },
  too_many_requests: { status: 429, title: 'Too much at once from this client' },
  quota_exceeded: { status: 429, title: 'Your share of the storage is used up' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  translation_failed: { status: 500, title: 'The translation could not be completed' },
  unavailable: { status: 503, title: 'The service cannot take work right now' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** An RFC 9457 problem. `type` is `urn:problem:unlimited-translation:<code>`. */
export const Problem = Type.Object({
  type: Type.String({ description: '`urn:problem:unlimited-translation:` and the code' }),
  code: Type.String({ description: 'Stable; one of the codes of the problem table' }),
  title: Type.String({ description: 'What the code means, in a sentence' }),
  status: Type.Integer({ description: 'That of the answer' }),
  detail: Type.Optional(
    Type.String({ description: 'What was wrong this time, in a sentence; never any of the text' }),
  ),
});
export type Problem = Static<typeof Problem>;

/** The problem document of a code. */
export function toProblem(code: ProblemCode, detail?: string): Problem {
  return {
    type: `urn:problem:unlimited-translation:${code}`,
    code,
    ...problems[code],
    ...(detail === undefined ? {} : { detail }),
  };
}
