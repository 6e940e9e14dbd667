import { describe, expect, test } from 'vitest';
import { createFormatReader, escapeText, type Format, inlinePieces, shapeOf } from './index.ts';

/** The runs of a text. */
function runsOf(text: string, format: Exclude<Format, 'plain'>): string[] {
  const reader = createFormatReader(format);
  const parts = [...reader.push(text), ...reader.end()];
  expect(parts.map((part) => part.text).join('')).toBe(text);
  return parts.flatMap((part) => (part.kind === 'run' ? part.text : []));
}

/** What there is of a text without its markup, and the kinds of markup. */
function plainOf(text: string, format: Format): [plain: string, kinds: string] {
  const pieces = inlinePieces(text, format);
  let plain = '';
  let position = 0;
  for (const piece of pieces) {
    plain += text.slice(position, piece.start) + piece.plain;
    position = piece.end;
  }
  return [plain + text.slice(position), pieces.map(({ kind }) => kind).join(' ')];
}

describe('HTML', () => {
  test.each([
    ['<h1>Titel</h1><p>Das ist <b>gut</b>.</p>', ['Titel', 'Das ist <b>gut</b>.']],
    ['<ul><li>Eins<li>Zwei</ul>', ['Eins', 'Zwei']],
    ['<table><tr><td>A</td><td>B<tr><td>C</table>', ['A', 'B', 'C']],
    ['<script>if (a < b) "Text"</script><style>p { }</style><pre>Text</pre><code>x</code>', []],
    ['<p translate="no">Nein</p><p class="x notranslate">Nein <b>nein</b></p><p>Ja</p>', ['Ja']],
    ['<div translate=no>Nein <p translate="yes">Ja</p> nein</div>', ['Ja']],
    ['<p translate=no>Nein<p>Ja', ['Ja']],
    [
      '<p>Kaufen Sie <span translate="no">Acme Box</span>!</p>',
      ['Kaufen Sie <span translate="no">Acme Box</span>!'],
    ],
    ['<img alt="Ein Haus" src="a.png"><input placeholder=\'Ihr Name\'>', ['Ein Haus', 'Ihr Name']],
    ['<a href="/x"><img alt="Ein Haus"></a>', ['Ein Haus']],
    ['<meta name="description" content="Über uns"><meta name="viewport" content="Breite">', ['Über uns']],
    ['<input type="submit" value="Senden"><input type="text" value="Wert">', ['Senden']],
    ['<title>A &lt; B</title><!-- Text --><!DOCTYPE html>', ['A &lt; B']],
    ['Max Muster<br>Hauptstr. 5<br>Bern', ['Max Muster', 'Hauptstr. 5', 'Bern']],
    ['Das geht<br>weiter so.', ['Das geht<br>weiter so.']],
    ['Kaputt < 3 und <b>fett', ['Kaputt < 3 und <b>fett']],
    ['Text <a href="unfertig', ['Text ']],
    ['12 <b>34</b> – 56', []],
  ])('%s', (text, runs) => {
    expect(runsOf(text, 'html')).toEqual(runs);
  });

  test('inline markup is told from words', () => {
    expect(plainOf('Der B&auml;r&nbsp;<i>schl&auml;ft</i> &copy;', 'html')).toEqual([
      'Der Bär\u00a0schläft &copy;',
      'text text open text close',
    ]);
    expect(plainOf('Rufen Sie <code>npm <b>start</b></code> auf<br/>und', 'html')).toEqual([
      'Rufen Sie  aufund',
      'word mark',
    ]);
    expect(plainOf('gut.</b> Dann <i>kam', 'html')).toEqual(['gut. Dann kam', 'close open']);
  });
});

describe('Markdown', () => {
  test.each([
    ['# Titel #\n\nText\n===\n', ['Titel', 'Text']],
    ['Eine Zeile\nund noch eine.\n\nNeu\n', ['Eine Zeile\nund noch eine.', 'Neu']],
    ['> Zitat\n> weiter\n\n- [x] Punkt\n  1. tief\n', ['Zitat\n> weiter', 'Punkt', 'tief']],
    ['| A | B |\n|---|:--|\n| c \\| d | `x` |\n', ['A', 'B', 'c \\| d']],
    ['---\ntitle: Titel\n---\n\nText\n', ['Text']],
    ['```js\nText\n\nText\n```\n\n    Text\n\n~~~\nText\n', []],
    ['[a]: http://x "Titel"\n\n[^1]: Fussnote\n', ['Fussnote']],
    ['<div>\nText <b>fett</b>\n</div>\n\n<!-- Text\n\nText -->\n', ['\nText <b>fett</b>\n']],
    ['> [!NOTE]\n> Achtung\n', ['Achtung']],
    ['[![Bau](b.svg)](https://x)\n', ['Bau']],
    [
      'Max Muster  \nHauptstr. 5\\\nBern  \nund weiter\n',
      ['Max Muster', 'Hauptstr. 5', 'Bern  \nund weiter'],
    ],
    ['***\n\n- - -\n\n12 | 34\n', []],
  ])('%j', (text, runs) => {
    expect(runsOf(text, 'markdown')).toEqual(runs);
  });

  test.each([
    ['**fett** und *schräg* und __so__', 'fett und schräg und so', 'open close open close open close'],
    ['[Text](http://a_b "T") und [Text][ref]', 'Text und Text', 'open close open close'],
    ['`a*b` und ``c`d`` <https://x>', ' und  ', 'word word word'],
    ['![Bild](a.png) Text[^1] :smile:', ' Text ', 'mark mark mark'],
    ['5 * 3 ist snake_case und Lehrer*innen', '5 * 3 ist snake_case und Lehrer*innen', ''],
    ['\\*kein Stern\\* &uuml;ber', '*kein Stern* über', 'text text text'],
    ['**Satz eins.', 'Satz eins.', 'open'],
    ['Ende](http://x) der [Satz.', 'Ende der Satz.', 'close open'],
    ['siehe [kurz] und https://a.de/b_c.', 'siehe  und .', 'word word'],
    ['eine\n> Zeile <b>fett</b>', 'eine Zeile fett', 'space open close'],
  ])('%s', (text, plain, kinds) => {
    expect(plainOf(text, 'markdown')).toEqual([plain, kinds]);
  });
});

describe('subtitles', () => {
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>Eins\r\nzwei</i>\r\n\r\n2\n00:00:03,000 --> 00:00:04,000\n- Ja.\n- Nein.\n';

  test('the text of a cue is a run, and in a conversation each line', () => {
    expect(runsOf(srt, 'srt')).toEqual(['<i>Eins\r\nzwei</i>', 'Ja.', 'Nein.']);
  });

  test('cues without a blank line between them are still cues', () => {
    const text = '1\n0:00:01,0 --> 0:00:02,0\nEins\n2\n0:00:03,0 --> 0:00:04,0\nZwei\n';
    expect(runsOf(text, 'srt')).toEqual(['Eins', 'Zwei']);
  });

  test('notes, styles, names and settings are layout', () => {
    const vtt =
      'WEBVTT Titel\n\nNOTE Text\nText\n\nSTYLE\n::cue {}\n\nname\n00:01.000 --> 00:02.000 align:start\n<v Anna>Eins &amp; <c.rot>zwei</c>\n';
    expect(runsOf(vtt, 'vtt')).toEqual(['<v Anna>Eins &amp; <c.rot>zwei</c>']);
    expect(plainOf('<v Anna>Eins<00:01.500>\n{\\an8}zwei', 'vtt')).toEqual([
      'Eins zwei',
      'open mark break mark',
    ]);
  });
});

test('the shape reads like the sentence', () => {
  const text = 'Das ist <b>gut.</b> <code>x</code> läuft.';
  expect(shapeOf(text, inlinePieces(text, 'html')).replaceAll('\u034f', '')).toBe(
    'Das ist “““gut.”””” A läuft.',
  );
});

test.each([
  ['html', 'a < b & "c" it\'s', 'x', 'a &lt; b &amp; &quot;c&quot; it’s'],
  ['html', '"c" it\'s', 'x "y" z\'s', '"c" it\'s'],
  ['vtt', '1 < 2 --> 3', 'x', '1 &lt; 2 --&gt; 3'],
  ['srt', 'a --> <b>', 'x', 'a → ‹b>'],
  ['markdown', '5 * 3 [a] <b> snake_case', 'x', '5 \\* 3 \\[a\\] \\<b> snake_case'],
  ['markdown', '5 * 3', '3 * 5', '5 * 3'],
  ['markdown', '1. This', 'x', '1\\. This'],
  ['markdown', '# This &copy;', 'x', '\\# This &amp;copy;'],
  ['plain', '<b> & *', 'x', '<b> & *'],
] as const)('%s: %s', (format, text, sourcePlain, escaped) => {
  expect(escapeText(text, sourcePlain, format)).toBe(escaped);
});
