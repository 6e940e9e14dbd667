import { translateChecked } from '@unlimited/quality';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { markupOf } from './text-formats.ts';
import { createTextSegmenter } from './text-segmenter.ts';

vi.setConfig({ testTimeout: 120_000 });

const formats = ['markdown', 'html', 'srt', 'vtt'] as const;
type Format = (typeof formats)[number];

function segmentsOf(text: string, format: Format) {
  const segmenter = createTextSegmenter({ lang: 'de', lineBreaks: 'unwrap', format });
  return segmenter.push(text).concat(segmenter.end());
}

/** What a model is asked, and the text that comes out if it answers with what it is asked. */
async function echoed(text: string, format: Format) {
  const asked: string[] = [];
  const segments = segmentsOf(text, format);
  const results = await translateChecked(
    segments.map(({ sourceText }) => sourceText),
    {
      sourceLang: 'de',
      targetLang: 'de',
      markup: markupOf(format),
      maxRetries: 0,
      translate: async (modelTexts) => {
        asked.push(...modelTexts);
        return modelTexts.map((targetText) => ({
          targetText,
          cutShort: false,
          sourceTokens: 1,
          targetTokens: 1,
        }));
      },
    },
  );
  const target = results.map(({ targetText }, i) => targetText + (segments[i]?.gap ?? '')).join('');
  return { asked, target, segments };
}

const fragments = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '  \n',
    '. ',
    '! ',
    ', ',
    'Wort',
    'Das ist gut.',
    'und ',
    'Haus ',
    '5 ',
    'ä',
    '"',
    "'",
    '\ud83d',
    '😀',
  ],
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<i class="x y">',
    '</i>',
    '<br>',
    '<',
    '>',
    '<a href="https://zzz.example/q" title="Hilfe hier">',
    '</a>',
  ],
  ...[
    '<img alt="Ein Haus" src=zzz>',
    '<code>zzz()</code>',
    '<pre>zzz</pre>',
    '<script>zzz</script>',
    '<!-- zzz -->',
    '<zzz>',
    '</zzz>',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&auml;',
    '&nbsp;',
    '*',
    '**',
    '_',
    '`zzz`',
    '~~',
    '[',
    ']',
    '](zzz "Titel")',
    '![Bild](zzz)',
    '[^zzz]',
    '[Text][zzz]',
  ],
  ...[
    '> ',
    '- ',
    '1. ',
    '# ',
    '| a | b |\n|---|---|\n',
    '\n[zzz]: http://zzz\n',
    '\n```\nzzz\n```\n',
    '\\',
    '\\*',
    'https://zzz.example/zzz',
  ],
  ...[
    '\n1\n00:00:01,000 --> 00:00:02,000\n',
    '\n00:01.000 --> 00:02.000\n',
    'WEBVTT\n\n',
    '<v zzz>',
    '- Hallo.\n',
  ],
];
const anyText = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

test.each(formats)('%s: segments are the text, and whatever comes back, nothing throws', async (format) => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const { segments } = await echoed(text, format);
      expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(text);
    }),
    { numRuns: 300 },
  );
});

const words = fc.constantFrom('Haus', 'Das', 'ist', 'gut,', 'sehr', 'schön.', 'Wir', 'gehen!');
const sentences = fc.array(words, { minLength: 1, maxLength: 9 }).map((all) => all.join(' '));
const inlineHtml = (inner: fc.Arbitrary<string>) =>
  fc.oneof(
    inner,
    inner.map((text) => `<b>${text}</b>`),
    inner.map((text) => `<a href="https://zzz.example" title="${text}">${text}</a>`),
    fc.constant('<code>zzz</code>'),
    inner.map((text) => `<img alt="${text}" src="zzz.png">`),
    fc.constant('<script>zzz();</script>'),
  );
const html = fc
  .array(
    fc.array(inlineHtml(sentences), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    { maxLength: 5 },
  )
  .map((all) => all.map((text) => `<p id="zzz">${text}</p>\n`).join('<!-- zzz -->'));
const inlineMarkdown = (inner: fc.Arbitrary<string>) =>
  fc.oneof(
    inner,
    inner.map((text) => `**${text}**`),
    inner.map((text) => `[${text}](https://zzz.example/a_b "${text}")`),
    fc.constant('`zzz`'),
    inner.map((text) => `![${text}](zzz.png)`),
    fc.constant('<https://zzz.example>'),
  );
const markdown = fc
  .array(
    fc.tuple(
      fc.constantFrom('', '# ', '- ', '> ', '1. ', '| zzz: | '.slice(0, 2)),
      fc.array(inlineMarkdown(sentences), { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    ),
    { maxLength: 5 },
  )
  .map((all) => all.map(([marker, text]) => `${marker}${text}\n\n`).join('```zzz\nzzz\n```\n\n'));
const subtitles = (time: string) =>
  fc
    .array(fc.tuple(sentences, sentences), { maxLength: 5 })
    .map((all) => all.map(([a, b], i) => `${i}\n${time}\n<i>${a}\n${b}</i>\n\n`).join(''));

test.each([
  ['html', html],
  ['markdown', markdown],
  ['srt', subtitles('00:00:01,000 --> 00:00:02,000')],
  ['vtt', subtitles('00:01.000 --> 00:02.000 align:zzz').map((text) => `WEBVTT zzz\n\nNOTE zzz\n\n${text}`)],
] as const)(
  '%s: a model sees words only, and a model that echoes gives the text back',
  async (format, texts) => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const { asked, target } = await echoed(text, format);
        // Headings in Title Case come out in it.
        expect(target.toLowerCase()).toBe(text.toLowerCase());
        for (const modelText of asked) expect(modelText).not.toMatch(/zzz|[<>*`[\]_]|-->|00:/);
      }),
      { numRuns: 300 },
    );
  },
);

test('what a model writes never becomes markup', async () => {
  const [result] = await translateChecked(['Ein <b>Wort</b> hier'], {
    sourceLang: 'de',
    targetLang: 'en',
    markup: markupOf('html'),
    maxRetries: 0,
    translate: async (texts) =>
      texts.map(() => ({
        targetText: '<script>alert(1)</script> & "x"',
        cutShort: false,
        sourceTokens: 1,
        targetTokens: 1,
      })),
  });
  expect(result?.targetText.replace(/<\/?b>/g, '')).toBe(
    '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;',
  );
});
