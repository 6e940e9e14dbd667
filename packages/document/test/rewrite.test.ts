import { expect, test } from 'vitest';
import { docx, letter, odt, pptx, run, xlsx } from '../samples/index.ts';
import { readContainerText, writeContainerText } from '../src/container-text.ts';
import { rewriteXml } from '../src/rewrite-xml.ts';

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const word = (paragraph: string) => `<w:document ${spaces}><w:p>${paragraph}</w:p></w:document>`;
const xhtml = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`;

function paragraphsOf(xml: string): string[] {
  const seen: string[] = [];
  // What is not changed is written as it was.
  const visit = (html: string) => {
    seen.push(html);
    return html;
  };
  expect(rewriteXml(xml, visit)).toBe(xml);
  return seen;
}

/** The paragraph of a Word document with this text in place of its own. */
function withText(paragraph: string, html: string): string {
  const written = rewriteXml(word(paragraph), () => html);
  return /<w:p>(.*)<\/w:p>/s.exec(written)?.[1] ?? '';
}

test.each([
  ['runs of one look are one', run('Das ist ') + run('alles', '<w:lang w:val="de"/>'), ['Das ist alles']],
  ['another look is an element', run('Aber ') + run('nein', '<w:i/>'), ['Aber <i id="1">nein</i>']],
  [
    'the usual look is none',
    run('Alles ist fett', '<w:b/>') + run('!'),
    ['Alles ist fett<span id="1">!</span>'],
  ],
  [
    'what was deleted is no text',
    `${run('Ja')}<w:del><w:r><w:delText>nein</w:delText></w:r></w:del>`,
    ['Ja<img id="1">'],
  ],
  [
    'what was inserted is',
    `${run('Ja ')}<w:ins w:id="1">${run('doch')}</w:ins>`,
    ['Ja <span id="1">doch</span>'],
  ],
  ['a tab is a break', '<w:r><w:t>Ja</w:t><w:tab/><w:t>nein</w:t></w:r>', ['Ja<br id="1">nein']],
  ['a page break is none', '<w:r><w:t>Ja</w:t><w:br w:type="page"/></w:r>', ['Ja<img id="1">']],
  [
    'bookmarks and spelling are passed over',
    `<w:proofErr w:type="x"/>${run('Ja')}<w:bookmarkEnd w:id="1"/>`,
    ['Ja'],
  ],
  [
    'a field is one mark',
    `${run('Seite ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`,
    ['Seite <img id="1">'],
  ],
  [
    'a control goes around its text',
    `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${run('Ja')}</w:sdtContent></w:sdt>`,
    ['<span id="1">Ja</span>'],
  ],
  [
    'a text box in a paragraph is one of its own',
    `${run('Außen')}<w:r><w:pict><w:p>${run('Innen')}</w:p></w:pict></w:r>`,
    ['Innen', 'Außen<img id="1">'],
  ],
  [
    'two ways to show the same are one',
    `<w:r><mc:AlternateContent><mc:Choice><w:p>${run('Innen')}</w:p></mc:Choice><mc:Fallback><w:p>${run('Innen')}</w:p></mc:Fallback></mc:AlternateContent></w:r>`,
    ['Innen'],
  ],
  ['numbers alone are no text', run('2025'), []],
  ['characters', run('a &lt; b &amp;#38; c'), ['a &lt; b &amp;#38; c']],
])('%s', (_name, paragraph, expected) => {
  expect(paragraphsOf(word(paragraph))).toEqual(expected);
});

test.each([
  ['blocks', '<h1>A</h1><p>B <b>c</b></p>', ['A', 'B <b id="1">c</b>']],
  ['text beside blocks', '<div>A <p>B</p> C<br/>D </div>', ['A', 'B', 'C<br id="1">D']],
  ['a link around a block', '<a href="x"><p>A</p></a>', ['A']],
  [
    'what is not to be translated',
    '<p translate="no">A</p><p>B <span class="notranslate">C</span></p>',
    ['B <span id="1" translate="no">C</span>'],
  ],
  ['code and scripts', '<pre>a</pre><script>b</script><p>C <code>d</code></p>', ['C <code id="1">d</code>']],
  ['line breaks in the source', '<p>\n  A\n  B\n</p>', ['A B']],
])('XHTML: %s', (_name, body, expected) => {
  expect(paragraphsOf(xhtml(body))).toEqual(expected);
});

const link = `${run('Siehe ')}<w:hyperlink r:id="x" xmlns:r="r">${run('hier', '<w:u/>')}</w:hyperlink>${run(' und ')}${run('da', '<w:b/>')}<w:r><w:drawing/></w:r>`;
const [plain, linked, bold, drawing] = [
  (text: string) => run(text),
  (text: string) => `<w:hyperlink r:id="x" xmlns:r="r">${run(text, '<w:u/>')}</w:hyperlink>`,
  (text: string) => run(text, '<w:b/>'),
  '<w:r><w:drawing/></w:r>',
];

test.each([
  [
    'as it was',
    'See <a id="1">here</a> and <b id="2">there</b><img id="3">',
    plain('See ') + linked('here') + plain(' and ') + bold('there') + drawing,
  ],
  [
    'in another order',
    '<b id="2">There</b> and <a id="1">here</a><img id="3">',
    bold('There') + plain(' and ') + linked('here') + drawing,
  ],
  ['a lost link goes around all', 'See here', linked('See here') + drawing],
  [
    'a link that comes twice is one once',
    '<a id="1">A</a><a id="1">B</a>',
    linked('A') + plain('B') + drawing,
  ],
  [
    'a look may come twice',
    '<a id="1">A</a><b id="2">B</b>C<b id="2">D</b>',
    linked('A') + bold('B') + plain('C') + bold('D') + drawing,
  ],
  ['ends without beginnings', 'A</b></p><a id="1">B</a></a>', plain('A') + linked('B') + drawing],
  [
    'beginnings without ends',
    '<a id="1">A <b id="2">B',
    linked('A ').replace('</w:hyperlink>', `${bold('B')}</w:hyperlink>`) + drawing,
  ],
  [
    'ids that nobody gave',
    '<a id="1">A</a><i id="99">B</i><img id="7"><img id="8">',
    linked('A') + plain('B') + drawing,
  ],
  [
    'characters that XML has not',
    '<a id="1">A</a>\u0001&lt;\ud800',
    linked('A') + plain('&lt;\ufffd') + drawing,
  ],
])('written: %s', (_name, html, expected) => {
  expect(withText(link, html)).toBe(expected);
});

test('what is not changed stays as it is, byte for byte', async () => {
  for (const [type, bytes] of [
    ['docx', await docx()],
    ['pptx', await pptx()],
    ['xlsx', await xlsx()],
    ['odt', await odt()],
  ] as const) {
    const text = await readContainerText(bytes, type);
    const paragraphs = [...text.matchAll(/<p>(.*?)<\/p>\n/gs)].map(([, html = '']) => html);
    const written = await writeContainerText(bytes, type, paragraphs);
    expect(await readContainerText(Buffer.from(written), type)).toBe(text);
  }
});

test('text in DrawingML is written as it has it, whatever its prefix is', () => {
  const drawing = 'xmlns="http://schemas.openxmlformats.org/drawingml/2006/main"';
  const xml = `<txBody ${drawing}><p><r><rPr b="1"/><t>Ja</t></r><endParaRPr/></p></txBody>`;
  expect(rewriteXml(xml, () => 'Yes')).toBe(
    `<txBody ${drawing}><p><r><rPr b="1"/><t>Yes</t></r><endParaRPr/></p></txBody>`,
  );
});

test('more or fewer paragraphs than there are is a fault', async () => {
  const bytes = await docx(letter);
  await expect(writeContainerText(bytes, 'docx', ['A'])).rejects.toThrow('1 paragraphs for a document of 5');
});

test('spaces in OpenDocument are elements, and kept', async () => {
  const bytes = await odt(['Ja<text:s text:c="3"/>nein']);
  expect(await readContainerText(bytes, 'odt')).toBe('<p>Ja   nein</p>\n');
  const written = Buffer.from(await writeContainerText(bytes, 'odt', ['Yes   no']));
  expect(await readContainerText(written, 'odt')).toBe('<p>Yes   no</p>\n');
});
