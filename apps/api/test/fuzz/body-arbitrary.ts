import fc from 'fast-check';
import type { OpenApiContent, OpenApiDocument } from '../../src/openapi/open-api-document.ts';
import { documentMediaTypes } from '../../src/services/text-formats.ts';
import { documentSamples } from './document-samples.ts';
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
  const bytes = write(mediaType, value);
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

/** What is said of a part of a form that is a file, and a document for it by chance: by what the value is. */
function fileOf(name: string, value: string): [said: string, sample: Buffer | undefined] {
  if (name !== 'file' && name !== 'document') return ['', undefined];
  const types = Object.entries(documentMediaTypes);
  const [type, mediaType] = types[value.length % (types.length + 1)] ?? ['txt', ''];
  return [`; filename="brief.${type}"`, documentSamples.get(mediaType)];
}

function write(mediaType: string, value: unknown): Buffer {
  return documentSamples.get(mediaType) ?? Buffer.from(writeText(mediaType, value), 'latin1');
}

/** Characters beyond Latin stand as their bytes in UTF-8, so that documents can stand beside them. */
function writeText(mediaType: string, value: unknown): string {
  const utf8 = (text: string) => Buffer.from(text).toString('latin1');
  if (mediaType === 'application/json') return utf8(JSON.stringify(value));
  const text = (each: unknown) => (typeof each === 'string' ? each : JSON.stringify(each)).toWellFormed();
  if (mediaType === 'text/plain' || typeof value !== 'object' || value === null) return utf8(text(value));
  const entries = Object.entries(value).map(([name, each]) => [name, text(each)] as const);
  if (mediaType !== 'multipart/form-data') return String(new URLSearchParams(Object.fromEntries(entries)));
  const parts = entries.map(([name, each]) => {
    const [fileName, sample] = fileOf(name, text(each));
    const label = name.replace(/["\r\n]/g, '');
    const content = sample?.toString('latin1') ?? utf8(text(each));
    return `--${boundary}\r\ncontent-disposition: form-data; name="${utf8(label)}"${fileName}\r\n\r\n${content}\r\n`;
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
