import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { extendsGrapheme } from './characters.ts';
import { createSegmenter, joinSegments, type SegmenterOptions, segmentText } from './index.ts';
import { maxGapLength, maxSourceLength } from './source-segment.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What texts are made of, with everything that has ever broken a segmenter. */
const fragments = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    '\u2028',
    '\u2029',
    '\u0085',
    '\v',
    '\f',
    '\t',
    ' ',
    '  ',
    '   ',
    '\u00a0',
    '\u202f',
    '\u3000',
  ],
  ...[
    '\0',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u200e',
    '\u200f',
    '\u202b',
    '\u202c',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\ufe0f',
  ],
  ...[
    '\ud83d',
    '\ude00',
    '😀',
    '👩‍👩‍👧',
    '🇩🇪',
    '👍🏽',
    'e\u0301',
    '\u0301',
    '\u0301\u0327',
    'ﬁ',
    '𝔸',
    '\uffff',
    '\ud800\udc00',
  ],
  ...[
    '.',
    '. ',
    '...',
    '…',
    '! ',
    '?',
    '.“ ',
    '„',
    '»',
    ' «',
    '"',
    "'",
    '(',
    ')',
    '[17] ',
    ', ',
    '; ',
    ': ',
    ' – ',
    '-',
    '。',
    '؟',
  ],
  ...['- ', '• ', '> ', '>> ', '1. ', '2) ', 'a) ', '## ', '-- ', '✅ ', '|', '* [x] '],
  ...[
    'Wort',
    'Das ',
    'und ',
    'z. B. ',
    'd.h. ',
    'Dr. ',
    '3. Oktober ',
    '24.12. ',
    'J. S. Bach ',
    'https://a.de/?id=5. ',
    'a@b.de',
  ],
  ...[
    '中文',
    'שלום ',
    'مرحبا',
    'กขค',
    '한국어',
    'ein Satz, der weitergeht, weil er lang ist ',
    'x'.repeat(70),
  ],
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constantFrom(...fragments), fc.nat(40)).map(([s, n]) => s.repeat(n)),
      },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));
/** Texts of several windows: a beginning, and something over and over. Kept as it is until used, so that failures are short. */
const longText = fc.record({ head: anyText, body: anyText, length: fc.integer({ min: 1, max: 150_000 }) });
type LongText = string | { head: string; body: string; length: number };
const toText = (text: LongText) =>
  typeof text === 'string'
    ? text
    : text.head + text.body.repeat(text.body ? Math.ceil(text.length / text.body.length) : 0);

const anyOptions: fc.Arbitrary<SegmenterOptions> = fc.record({
  lang: fc.constantFrom('de', 'en', 'fr', 'it', 'es', 'pt-BR', 'ja'),
  lineBreaks: fc.constantFrom('unwrap' as const, 'keep' as const),
});
const countTokens = (text: string) => Math.ceil(text.length / 3) + 1;

function pushInPieces(text: string, cuts: readonly number[], options: SegmenterOptions) {
  const segmenter = createSegmenter(options);
  const ends = [...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b);
  let start = 0;
  const segments = ends.flatMap((end) => {
    const pushed = segmenter.push(text.slice(start, end));
    start = end;
    return pushed;
  });
  return segments.concat(segmenter.end());
}

describe('any text', () => {
  test('comes back code unit for code unit', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), anyOptions, (text, options) => {
        expect(joinSegments(segmentText(text, options))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('of several windows comes back too', () => {
    fc.assert(
      fc.property(longText, anyOptions, (parts, options) => {
        const text = toText(parts);
        // Not toBe: a difference of 100,000 characters takes minutes to print.
        return joinSegments(segmentText(text, options)) === text;
      }),
      { numRuns: 40 },
    );
  });

  test('gives the same segments however it is cut into pieces', () => {
    const options = fc.tuple(anyOptions, fc.constantFrom({}, { maxTokens: 40, countTokens }));
    fc.assert(
      fc.property(
        fc.oneof(anyText, longText),
        fc.array(fc.nat(), { maxLength: 20 }),
        options,
        (parts, cuts, [a, b]) => {
          const text = toText(parts);
          const whole = JSON.stringify(segmentText(text, { ...a, ...b }));
          return JSON.stringify(pushInPieces(text, cuts, { ...a, ...b })) === whole;
        },
      ),
      { numRuns: 100 },
    );
  });

  test('code unit by code unit as well', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const cuts = Array.from({ length: text.length }, (_, index) => index);
        expect(pushInPieces(text, cuts, options)).toEqual(segmentText(text, options));
      }),
    );
  });

  test('is never cut within a grapheme that fits into a segment', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    const limits = fc.constantFrom({}, { maxTokens: 40, countTokens });
    fc.assert(
      fc.property(anyText, anyOptions, limits, (text, options, limit) => {
        const inside = new Set<number>();
        for (const { index, segment } of graphemes.segment(text)) {
          if (countTokens(segment) > (limit.maxTokens ?? maxSourceLength)) continue;
          for (let offset = 1; offset < segment.length; offset++) inside.add(index + offset);
        }
        let index = 0;
        for (const { sourceText, gap } of segmentText(text, { ...options, ...limit })) {
          expect(inside).not.toContain(index + sourceText.length);
          index += sourceText.length + gap.length;
          expect(inside).not.toContain(index);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('gives segments within their limits, no two without a sentence beside each other unless the gap is full', () => {
    fc.assert(
      fc.property(longText, anyOptions, (parts, options) => {
        const text = toText(parts);
        for (const [index, { sourceText, gap }] of segmentText(text, options).entries()) {
          if (sourceText.length > maxSourceLength || gap.length > maxGapLength) return false;
          if (sourceText === '' && index > 0 && gap === '') return false;
          if (/^[\s\0]|[\s\0]$/.test(sourceText) && !extendsGrapheme(sourceText, 1)) return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
  });
});

test('a segmenter is ready for another text after its end', () => {
  const segmenter = createSegmenter({ lang: 'de' });
  const text = 'Eins. Zwei.';
  const first = segmenter.push(text).concat(segmenter.end());
  expect(segmenter.push(text).concat(segmenter.end())).toEqual(first);
  expect(segmenter.end()).toEqual([]);
});

test('keeps a bounded part of the text and gives the rest', () => {
  const segmenter = createSegmenter({ lang: 'de' });
  const line = 'Ein Satz ohne Punkt\n';
  let given = 0;
  for (let pushed = 0; pushed < 1_000_000; pushed += line.length) {
    for (const { sourceText, gap } of segmenter.push(line)) given += sourceText.length + gap.length;
    expect(pushed - given).toBeLessThan(150_000);
  }
});
