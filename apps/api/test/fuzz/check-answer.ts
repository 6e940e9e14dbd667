import { problems } from '@unlimited/contract';
import type { OpenApiDocument } from '../../src/openapi/open-api-document.ts';
import type { RawAnswer, RawRequest } from './raw-request.ts';

/** What is wrong with an answer, whatever the request was; `undefined` when nothing is. */
export function faultOf(
  document: OpenApiDocument,
  request: RawRequest,
  answer: RawAnswer,
): string | undefined {
  const { status, body } = answer;
  if (status >= 500) return `${status}: ${body}`;
  // An answer to HEAD has no body.
  if (status < 400 || request.method === 'HEAD') return undefined;
  const mediaType = answer.headers.get('content-type')?.split(';', 1)[0];
  const value = parse(body);
  if (mediaType === 'application/problem+json') {
    const known = problems[value?.code as keyof typeof problems];
    if (known === undefined || known.status !== status) return `no problem of ours: ${status} ${body}`;
    return undefined;
  }
  if (mediaType === 'application/json' && typeof value?.error === 'string' && isCompat(document, request)) {
    return undefined;
  }
  return `no problem document: ${status} ${mediaType} ${body}`;
}

/** Whether the other wire format is spoken at the address of a request. */
function isCompat({ paths }: OpenApiDocument, { target }: RawRequest): boolean {
  const path = target.split('?', 1)[0] ?? '';
  return Object.keys(paths).some(
    (known) =>
      !/^\/(api\/|livez|readyz)/.test(known) &&
      new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]*')}$`).test(path),
  );
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}
