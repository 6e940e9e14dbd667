import fc from 'fast-check';
import type { OpenApiContent, OpenApiDocument } from '../../src/openapi/open-api-document.ts';
import { valueArbitrary } from './value-arbitrary.ts';

export interface EncodedBody {
  readonly mediaType: string | undefined;
  readonly bytes: Uint8Array;
}

/** A body for one of the documented media types, or under one that it is not of, or of none. */
export function bodyArbitrary(
  document: OpenApiDocument,
  content: OpenApiContent | undefined,
): fc.Arbitrary<EncodedBody | undefined> {
  const odd = fc.option(fc.record({ mediaType: oddMediaType, bytes: oddBytes }), { nil: undefined });
  if (content === undefined) return fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, odd);
  const right = Object.entries(content).map(([mediaType, { schema }]) =>
    valueArbitrary(document, schema).chain((value) => encode(mediaType, value)),
  );
  const mislabelled = fc
    .tuple(fc.oneof(...right), oddMediaType)
    .map(([{ bytes }, mediaType]) => ({ mediaType, bytes }));
  return fc.oneof({ weight: 8, arbitrary: fc.oneof(...right) }, { weight: 1, arbitrary: mislabelled }, odd);
}

function encode(mediaType: string, value: unknown): fc.Arbitrary<EncodedBody> {
  const bytes = Buffer.from(write(mediaType, value));
  const whole = {
    mediaType: mediaType === 'multipart/form-data' ? `${mediaType}; boundary=${boundary}` : mediaType,
    bytes,
  };
  const cut = fc.nat(bytes.length).map((length) => ({ ...whole, bytes: bytes.subarray(0, length) }));
  const flipped = fc
    .tuple(fc.nat(Math.max(0, bytes.length - 1)), fc.integer({ min: 0, max: 255 }))
    .map(([at, byte]) => ({
      ...whole,
      bytes: bytes.map((old, i) => (i === at ? byte : old)),
    }));
  return fc.oneof({ weight: 8, arbitrary: fc.constant(whole) }, cut, flipped);
}

const boundary = '----a';

/** Parts of a form that are files. */
const fileNames: Readonly<Record<string, string>> = { file: 'brief.txt', document: 'brief.docx' };

function write(mediaType: string, value: unknown): string {
  if (mediaType === 'application/json') return JSON.stringify(value);
  const text = (each: unknown) => (typeof each === 'string' ? each : JSON.stringify(each)).toWellFormed();
  if (mediaType === 'text/plain' || typeof value !== 'object' || value === null) return text(value);
  const entries = Object.entries(value).map(([name, each]) => [name, text(each)] as const);
  if (mediaType !== 'multipart/form-data') return String(new URLSearchParams(Object.fromEntries(entries)));
  const parts = entries.map(([name, each]) => {
    const file = fileNames[name] === undefined ? '' : `; filename="${fileNames[name]}"`;
    const label = name.replace(/["\r\n]/g, '');
    return `--${boundary}\r\ncontent-disposition: form-data; name="${label}"${file}\r\n\r\n${each}\r\n`;
  });
  return `${parts.join('')}--${boundary}--\r\n`;
}

const oddMediaType = fc.oneof(
  fc.constantFrom(
    undefined,
    'application/json',
    'application/json; charset=utf-16',
    'application/problem+json',
    'APPLICATION/JSON',
    'text/plain',
    'text/plain; charset=latin1',
    'text/plain; charset="utf-8"; boundary=x',
    'application/x-www-form-urlencoded',
    `multipart/form-data; boundary=${boundary}`,
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="',
    'multipart/mixed; boundary=x',
    'image/png',
    '*/*',
    'json',
  ),
  fc.stringMatching(/^[!-~]{1,20}$/),
);

const oddBytes = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.constantFrom(
    ...[
      '',
      'null',
      '[]',
      '{',
      '{"a":1e999}',
      '"\\ud800"',
      '['.repeat(50_000),
      `${'{"a":'.repeat(20_000)}1`,
      'a=1&a=2&%=%zz',
      '&'.repeat(5000),
    ].map((text) => Buffer.from(text)),
    Buffer.alloc(300_000, 'ä'),
    Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]),
  ),
);
