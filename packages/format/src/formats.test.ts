import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createFormatReader, type Format, inlinePieces, type Part, shapeOf } from './index.ts';

vi.setConfig({ testTimeout: 120_000 });

const formats = ['markdown', 'html', 'srt', 'vtt'] as const;

function read(text: string, format: Exclude<Format, 'plain'>, cuts: readonly number[] = []): Part[] {
  const reader = createFormatReader(format);
  const ends = [...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
  return ends.flatMap((end, i) => reader.push(text.slice(ends[i - 1] ?? 0, end))).concat(reader.end());
}

const joined = (parts: readonly Part[]) => parts.map(({ text }) => text).join('');
/** Neighbouring layout may come in any number of parts. */
const merged = (parts: readonly Part[]) => {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'layout' && last?.kind === 'layout')
      result[result.length - 1] = { kind: 'layout', text: last.text + part.text };
    else result.push(part);
  }
  return result;
};

const fragments = [
  ...[
    '\n',
    '\r\n',
    '\r',
    '\n\n',
    ' ',
    '  \n',
    '\\\n',
    '\t',
    '    ',
    '\u00a0',
    '\0',
    '\ufeff',
    '\ud83d',
    '\ude00',
    '😀',
  ],
  ...['Wort', 'Das ist gut. ', 'Und so ', 'klein ', 'ä', '5', '.', '! ', '"', "'", '=', '-->'],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i class="x">',
    '</i>',
    '<br>',
    '<br/>',
    '<',
    '>',
    '</',
    '<a href="x" title="Hilfe hier">',
    '</a>',
  ],
  ...[
    '<img alt="Ein Haus" src=x>',
    "<img alt='Ein Haus'>",
    '<code>',
    '</code>',
    '<pre>',
    '</pre>',
    '<script>',
    '</script>',
    '<style>',
  ],
  ...[
    '<!--',
    '-->',
    '<!DOCTYPE html>',
    '<![CDATA[',
    ']]>',
    '<?x',
    '<title>',
    '</title>',
    '<li>',
    '<td>',
    '<div translate="no">',
  ],
  ...[
    '</div>',
    '<svg>',
    '</svg>',
    '&amp;',
    '&auml;',
    '&',
    '&#39;',
    '&nbsp;',
    '<a href="',
    '<input placeholder="Name">',
  ],
  ...[
    '*',
    '**',
    '***',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '```',
    '~~~',
    '[',
    ']',
    '](',
    ')',
    '(',
    '![',
    '[x](y "Titel")',
    '[^1]',
    '[^1]: ',
  ],
  ...[
    '> ',
    '>',
    '- ',
    '* ',
    '1. ',
    '# ',
    '## ',
    '---',
    '===',
    '|',
    '| a | b |\n|---|---|\n',
    '[a]: http://b\n',
    '+++\n',
    '- [ ] ',
  ],
  ...['\\', '\\*', '$x$', ':smile:', 'https://example.org/a_b', '<https://a.de>', '    code\n', '\t- '],
  ...[
    '1\n',
    '00:00:01,000 --> 00:00:02,000\n',
    '00:01.000 --> 00:02.000 align:start\n',
    'WEBVTT\n\n',
    'NOTE\n',
    'STYLE\n',
    '{\\an8}',
  ],
  ...['<v Anna>', '<c.red>', '</c>', '<00:01.000>', '- Hallo.\n', '♪ '],
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

describe.each(formats)('%s, whatever it holds', (format) => {
  test('its parts are the text, and are the same however it arrives', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(), { maxLength: 6 }), (text, cuts) => {
        const parts = read(text, format);
        expect(joined(parts)).toBe(text);
        expect(merged(read(text, format, cuts))).toEqual(merged(parts));
      }),
      { numRuns: 400 },
    );
  });

  test('pieces are in order and within, and the shape has the same length', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const part of read(text, format)) {
          if (part.kind === 'layout') continue;
          const { text: run, pieces } = part;
          for (const found of [pieces, inlinePieces(run, format)]) {
            let position = 0;
            for (const { start, end, nested } of found) {
              expect(start).toBeGreaterThanOrEqual(position);
              expect(end).toBeGreaterThan(start);
              for (const span of nested) {
                expect(span.start).toBeGreaterThanOrEqual(Math.max(start, position));
                position = span.end;
              }
              position = end;
            }
            expect(position).toBeLessThanOrEqual(run.length);
          }
          expect(shapeOf(run, pieces)).toHaveLength(run.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('long and hostile texts take linear time and come back whole', () => {
    const pieces = [
      ...fragments,
      'a',
      '[a](',
      '<a "',
      "<a '",
      '*a',
      'a*b',
      '`a',
      '[[',
      '![[',
      '> - ',
      '&a',
      '<a b="',
      '- - ',
      '<li><p>',
    ];
    for (const piece of new Set(pieces)) {
      const text = piece.repeat(Math.ceil(12_000 / piece.length));
      expect(joined(read(text, format)) === text, piece).toBe(true);
      inlinePieces(text.slice(0, 16_384), format);
    }
  });
});
