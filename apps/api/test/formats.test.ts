import { describe, expect, test } from 'vitest';
import { runningApi } from './support/running-api.ts';

const api = runningApi();

const readme = `---
title: Werkzeug
lang: de
---

# Das kleine Werkzeug

[![Bau](https://example.org/badge.svg)](https://example.org/build)

Dieses Programm ist **sehr nützlich** und es kostet *nichts*. Lesen Sie die [Anleitung](https://example.org/docs/a_b.html "Zur Anleitung")
und rufen Sie dann \`npm install --save\` auf. Fragen beantwortet <https://example.org/faq>.

> [!NOTE]
> Das Haus ist rot und
> der Garten ist grün.

## Erste Schritte

1. Öffnen Sie das Fenster.
2. Schliessen Sie die Tür!
   - Der Hund schläft.
   - [ ] Die Katze trinkt Milch.

| Name | Bedeutung |
|:-----|----------:|
| \`port\` | Die Nummer des Hafens |
| \`host\` | Der Name des Rechners |

\`\`\`js
// Das ist ein Kommentar.
const haus = 'rot';
\`\`\`

<details>
<summary>Mehr Informationen</summary>

Ein Bild: ![Ein altes Haus](haus.png) Das war es.[^1]

</details>

[^1]: Die Fussnote steht hier.
[ref]: https://example.org/ref
`;

const page = `<!DOCTYPE html>
<html lang="de">
<head><meta charset="utf-8"><title>Willkommen bei uns</title>
<meta name="description" content="Das ist unsere Seite.">
<style>p::after { content: "Hallo"; }</style>
<script>const text = "<b>Guten Tag</b>";</script></head>
<body>
<!-- Kopf der Seite -->
<h1 id="oben">Guten Morgen</h1>
<p class="a b">Das ist <strong>sehr <em>wichtig</em></strong> für uns. Klicken Sie bitte <a href="/hilfe?a=1&amp;b=2" title="Zur Hilfe">hier</a>!</p>
<p>Das Zeichen &lt;script&gt; ist gef&auml;hrlich.</p>
<ul><li>Der Hund schläft.<li>Die Katze trinkt Milch.</ul>
<img src="haus.jpg" alt="Ein rotes Haus"><br>
<input placeholder="Ihr Name"> <button aria-label='Das Fenster schliessen'>Senden</button>
<p>Rufen Sie <code>npm start</code> auf.</p>
<pre>Das bleibt   so.</pre>
<p translate="no">Das bleibt auch.</p>
</body>
</html>
`;

const srt = `1
00:00:01,000 --> 00:00:03,500
<i>Guten Morgen, wie geht
es dir heute?</i>

2
00:00:04,000 --> 00:00:06,000
- Ich habe einen Hund.
- Ich habe eine Katze.

3
00:00:07,000 --> 00:00:09,000
Das ist ein sehr langer Satz,
der auf zwei Zeilen steht.
`;

const vtt = `WEBVTT - Ein Film

NOTE
Das ist eine Notiz.

STYLE
::cue { color: red }

anfang
00:01.000 --> 00:03.000 align:start position:10%
<v Anna>Guten Morgen!

00:04.000 --> 00:06.000
Das Haus ist <b>rot</b>.
Der Garten ist grün.
`;

async function translated(body: string, mediaType: string) {
  const visitor = api.visitor();
  const response = await visitor.upload(body, undefined, { 'content-type': mediaType });
  expect(response.status).toBe(201);
  const { id } = (await response.json()) as { id: string };
  const target = await visitor.fetch(`/api/translations/${id}/target`);
  const text = await target.text();
  const segments = await visitor.segments(id);
  expect(segments.map(({ sourceText, gap }) => sourceText + gap).join('')).toBe(body);
  expect(segments.map(({ targetText, gap }) => targetText + gap).join('')).toBe(text);
  expect(segments.filter(({ flags }) => flags.includes('lost_inline'))).toEqual([]);
  return { text, segments, headers: target.headers };
}

/** Every tag, with the values of its readable attributes left out. */
const tagsOf = (html: string) =>
  (html.match(/<!--[\s\S]*?-->|<[^<>]+>/g) ?? []).map((tag) =>
    tag.replace(/(title|alt|placeholder|aria-label|content)=(["']).*?\2/g, '$1'),
  );

test('a Markdown document keeps its structure, and all of it is translated', async () => {
  const { text, segments, headers } = await translated(readme, 'text/markdown; charset=utf-8');
  expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8');
  expect(text.startsWith('---\ntitle: Werkzeug\nlang: de\n---\n\n# ')).toBe(true);
  for (const kept of [
    '](https://example.org/badge.svg)](https://example.org/build)\n',
    '](https://example.org/docs/a_b.html "',
    '`npm install --save`',
    '<https://example.org/faq>',
    "```js\n// Das ist ein Kommentar.\nconst haus = 'rot';\n```\n",
    '|:-----|----------:|\n| `port` | ',
    '\n> [!NOTE]\n> ',
    '   - [ ] ',
    '](haus.png)',
    '[^1]',
    '\n[ref]: https://example.org/ref\n',
    '<details>\n<summary>',
    '</summary>\n',
  ])
    expect(text).toContain(kept);
  expect(text).toMatch(/\*\*[^*\n]+\*\*.*\*[^*\n]+\*/);
  expect(text).toMatch(/\n2\. .*door.*\n {3}- .*dog/);
  expect(text).not.toMatch(
    /Haus ist|Katze|Öffnen|Schliessen|Erste Schritte|Mehr Info|Zur Anleitung|altes Haus|Fussnote/,
  );
  expect(segments.every(({ sourceText }) => !/^\W*(?:```|---|\|)/.test(sourceText))).toBe(true);
});

test('an HTML page keeps its tags, scripts and code, and its readable attributes are translated', async () => {
  const { text, headers } = await translated(page, 'text/html');
  expect(tagsOf(text)).toEqual(tagsOf(page));
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-disposition')).toBe('attachment; filename="translation.html"');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  for (const kept of [
    'content: "Hallo"',
    'const text = "<b>Guten Tag</b>";',
    'href="/hilfe?a=1&amp;b=2"',
    '<code>npm start</code>',
    '<pre>Das bleibt   so.</pre>',
    '<p translate="no">Das bleibt auch.</p>',
    '<!-- Kopf der Seite -->',
    '&lt;script&gt;',
  ])
    expect(text).toContain(kept);
  expect(text).toMatch(/alt="[^"]*house/);
  expect(text).not.toMatch(/Willkommen|Zur Hilfe|Ihr Name|Fenster|unsere Seite|wichtig|Katze|Morgen/);
});

describe('subtitles', () => {
  const skeleton = (text: string) =>
    text.split('\n').map((line) => (/-->|^\d*$|^\w+$/.test(line) ? line : 'text'));

  test('SubRip keeps its numbers, times, lines and tags', async () => {
    const { text, headers } = await translated(srt, 'application/x-subrip');
    expect(headers.get('content-type')).toBe('application/x-subrip; charset=utf-8');
    expect(skeleton(text)).toEqual(skeleton(srt));
    expect(text).toMatch(/\n<i>[^<]*\n[^<]*<\/i>\n/);
    expect(text).toMatch(/\n- .*dog.*\n- .*cat/);
    expect(text).not.toMatch(/Hund|Satz|heute/);
  });

  test('WebVTT keeps its header, notes, styles, names and settings', async () => {
    const { text } = await translated(vtt, 'text/vtt');
    const head = vtt.slice(0, vtt.indexOf('Guten'));
    expect(text.startsWith(head)).toBe(true);
    expect(skeleton(text)).toEqual(skeleton(vtt));
    expect(text).toMatch(/<b>[^<]+<\/b>/);
    expect(text).not.toMatch(/Haus|Garten/);
  });
});

test('the format is said in JSON too, and shown', async () => {
  const visitor = api.visitor();
  const pair = { sourceLang: 'de', targetLang: 'en' };
  const response = await visitor.post({ ...pair, sourceText: '<p>Das Haus ist rot.</p>', format: 'html' });
  const created = (await response.json()) as { id: string };
  expect(created).toMatchObject({ format: 'html' });
  expect(await visitor.targetText(created.id)).toMatch(/^<p>.*red.*<\/p>$/);
  expect(await visitor.problem(visitor.post({ ...pair, sourceText: 'x', format: 'docx' }))).toMatchObject({
    code: 'invalid_request',
  });
});

test('a script gets the text of any format, and memory knows one format from another', async () => {
  const visitor = api.visitor();
  const ask = async (body: string, type: string) => {
    const response = await visitor.upload(body, undefined, { 'content-type': type, accept: 'text/plain' });
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    return response.text();
  };
  const source = 'Der Hund <b>schläft</b> &amp; träumt.';
  expect(tagsOf(await ask(source, 'text/html'))).toEqual(['<b>', '</b>']);
  expect(tagsOf(await ask(source, 'text/plain'))).toEqual(['<b>', '</b>']);
});

test('the language of a page is that of its text, and a glossary leaves its tags alone', async () => {
  const visitor = api.visitor();
  const english = 'const answer = "This is a string that nobody is ever going to read on this page";\n';
  const form = new FormData();
  form.set('sourceLang', 'auto');
  form.set('targetLang', 'en');
  form.set('format', 'html');
  form.set('glossary', JSON.stringify([{ source: 'Haus', target: 'mansion' }]));
  form.set(
    'text',
    new Blob([
      `<script>${english.repeat(20)}</script><p>Das <a href="/Haus" title="Haus">Haus</a> ist sehr alt.</p>`,
    ]),
  );
  const response = await visitor.fetch('/api/translations', { method: 'POST', body: form });
  const created = (await response.json()) as { id: string };
  expect(created).toMatchObject({ sourceLang: 'de', detected: true, format: 'html' });
  const text = await visitor.targetText(created.id);
  expect(text).toContain(`<script>${english.repeat(20)}</script><p>`);
  expect(text).toContain('<a href="/Haus" title="');
  expect(text.slice(text.indexOf('title='))).toMatch(/mansion.*mansion/);
});

test('line breaks are kept if wished', async () => {
  const wrapped =
    'Der Ausschuss hat in seiner letzten Sitzung beschlossen, dass\ndie Unterlagen künftig vor jeder Sitzung in gedruckter Form\nverteilt werden, damit alle mitreden können.';
  const visitor = api.visitor();
  const linesOf = async (lineBreaks: string) => {
    const response = await visitor.upload(wrapped, `sourceLang=de&targetLang=en&lineBreaks=${lineBreaks}`);
    const { id } = (await response.json()) as { id: string };
    return (await visitor.targetText(id)).split('\n').length;
  };
  expect(await linesOf('keep')).toBe(3);
  expect(await linesOf('unwrap')).toBe(1);
});
