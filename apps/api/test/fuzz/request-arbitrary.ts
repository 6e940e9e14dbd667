import fc from 'fast-check';
import type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
} from '../../src/openapi/open-api-document.ts';
import { bodyArbitrary, type EncodedBody } from './body-arbitrary.ts';
import type { RawRequest } from './raw-request.ts';
import { valueArbitrary } from './value-arbitrary.ts';

/** Stands in a path for the id of a translation that there is. */
export const knownId = 'KNOWN-ID';

/** Requests to the routes of a document: mostly nearly right, wrong in some place, or no request at all. */
export function requestArbitrary(document: OpenApiDocument): fc.Arbitrary<RawRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.constantFrom(...operations).chain((each) => toRequest(document, each)),
    },
    { weight: 1, arbitrary: anyRequest },
  );
}

interface Entry {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

function toRequest(document: OpenApiDocument, entry: Entry): fc.Arbitrary<RawRequest> {
  const { operation } = entry;
  return fc
    .record({
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant(entry.method) },
        { weight: 1, arbitrary: anyMethod },
      ),
      path: pathArbitrary(entry.path),
      query: queryArbitrary(document, operation.parameters ?? []),
      headers: headersArbitrary(operation.parameters ?? []),
      body: bodyArbitrary(document, operation.requestBody?.content),
    })
    .map(({ method, path, query, headers, body }) => ({
      method,
      target: query === '' ? path : `${path}?${query}`,
      headers: [...headers, ...headersOf(body)],
      body: body?.bytes ?? new Uint8Array(),
    }));
}

function headersOf(body: EncodedBody | undefined): [string, string][] {
  if (body === undefined) return [];
  const type: [string, string][] = body.mediaType === undefined ? [] : [['content-type', body.mediaType]];
  return [...type, ['content-length', String(body.bytes.length)]];
}

const anyMethod = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'BREW',
);

/** Bytes that may stand in a request's first line, percent-encoded well, badly or not at all. */
const oddPiece = fc.oneof(
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%ff%fe',
    '%2e%2e',
    '..',
    '%2f',
    "'--",
    '__proto__',
    'constructor',
    '🙂',
    'ä',
    '%C3',
    ';',
    '|',
  ),
  fc.string({ maxLength: 20 }).map(encodeURIComponent),
  fc.stringMatching(/^[!-"$->@-~]{0,40}$/),
  fc.nat(3000).map((length) => 'x'.repeat(length)),
);

function pathArbitrary(path: string): fc.Arbitrary<string> {
  const pieces = path
    .split(/(\{\w+\})/)
    .map((piece) =>
      piece.startsWith('{')
        ? fc.oneof(
            { weight: 4, arbitrary: fc.constant(knownId) },
            { weight: 1, arbitrary: fc.uuid() },
            { weight: 1, arbitrary: oddPiece },
          )
        : fc.constant(piece),
    );
  const right = fc.tuple(...pieces).map((parts) => parts.join(''));
  const wrong = fc.tuple(right, oddPiece).map(([start, odd]) => `${start}/${odd}`);
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

function queryArbitrary(
  document: OpenApiDocument,
  parameters: readonly OpenApiParameter[],
): fc.Arbitrary<string> {
  const known = parameters
    .filter(({ in: place }) => place === 'query')
    .map(({ name, schema }) => valueArbitrary(document, schema).map((value) => pair(name, value)));
  const odd = fc.tuple(oddPiece, oddPiece).map(([name, value]) => `${name}=${value}`);
  const fields = fc.array(
    fc.oneof({ weight: 5, arbitrary: fc.oneof(...(known.length > 0 ? known : [odd])) }, odd),
    { maxLength: 6 },
  );
  const all = fc.tuple(...known).map((fields) => fields.join('&'));
  return fc.oneof(
    { weight: 4, arbitrary: all },
    { weight: 2, arbitrary: fields.map((each) => each.join('&')) },
    { weight: 1, arbitrary: oddPiece },
  );
}

function pair(name: string, value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`;
}

const oddHeaders: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom<[string, string]>(
      ['accept', 'text/plain'],
      ['accept', '*/*;q=zero, ,'],
      ['expect', '100-continue'],
      ['expect', 'nothing'],
      ['cookie', 'owner=; owner=x; ='],
      ['cookie', `owner=${'A'.repeat(43)}`],
      ['authorization', 'Bearer nobody'],
      ['x-api-key', 'nobody'],
      ['content-encoding', 'gzip'],
      ['x-forwarded-for', '1.2.3.4, nonsense'],
      ['x-forwarded-proto', 'gopher'],
      ['x-request-id', '<script>'],
      ['origin', 'null'],
      ['range', 'bytes=5-1'],
      ['if-none-match', '*'],
      ['upgrade', 'h2c'],
      ['content-type', 'text/plain; charset=utf-16'],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.stringMatching(/^[a-z][a-z-]{0,20}$/).map((name) => `x-${name}`),
      fc.stringMatching(/^[ -~]{0,60}$/),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('x-long'),
      fc.nat(40_000).map((length) => 'y'.repeat(length)),
    ),
  },
);

function headersArbitrary(
  parameters: readonly OpenApiParameter[],
): fc.Arbitrary<(readonly [string, string])[]> {
  const named = parameters
    .filter(({ in: place }) => place === 'header')
    .map(({ name }) =>
      fc.tuple(fc.constant(name), fc.oneof(fc.integer().map(String), fc.stringMatching(/^[ -~]{0,20}$/))),
    );
  return fc
    .tuple(
      ...named.map((header) => fc.option(header, { nil: undefined })),
      fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: oddHeaders }),
    )
    .map((headers) => headers.filter((header) => header !== undefined));
}

/** No route, no HTTP, or a body that is not what its headers say. */
const anyRequest: fc.Arbitrary<RawRequest> = fc.oneof(
  fc.record({
    method: anyMethod,
    target: fc.oneof(
      oddPiece.map((odd) => `/${odd}`),
      oddPiece,
      fc.constant('*'),
      fc.constant('http://elsewhere/api'),
    ),
    headers: fc.array(oddHeaders, { maxLength: 3 }),
    body: fc.uint8Array({ maxLength: 0 }),
  }),
  fc.record({
    method: fc.constant('POST'),
    target: fc.constantFrom(
      '/api/translations?sourceLang=de&targetLang=en',
      '/translate',
      '/translate_file',
      '/detect',
    ),
    headers: fc.constantFrom<[string, string][]>(
      [['transfer-encoding', 'chunked']],
      [
        ['transfer-encoding', 'chunked'],
        ['content-type', 'text/plain'],
      ],
      [
        ['transfer-encoding', 'gzip, chunked'],
        ['content-type', 'application/json'],
      ],
      [
        ['content-length', '-1'],
        ['content-type', 'text/plain'],
      ],
      [
        ['content-length', '99'],
        ['content-type', 'text/plain'],
      ],
      [
        ['content-length', '99'],
        ['content-type', 'multipart/form-data; boundary=x'],
      ],
      [
        ['content-length', '5'],
        ['content-length', '7'],
        ['content-type', 'application/json'],
      ],
      [['content-type', 'multipart/form-data']],
      [
        ['content-type', ''],
        ['content-length', '4'],
      ],
      [
        ['content-type', ';;;/'],
        ['content-length', '4'],
      ],
    ),
    body: fc.uint8Array({ maxLength: 64 }),
    breaksOff: fc.constant(true),
  }),
);
