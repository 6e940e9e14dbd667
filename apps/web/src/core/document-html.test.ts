import { expect, test } from 'vitest';
import { documentPieces, documentText, toDocumentHtml } from './document-html.ts';

const html = 'A &amp; <b id="1">B</b><br id="2">C <img id="3">&lt;d&gt;';

test('a sentence of a document is words and marks', () => {
  expect(documentPieces(html)).toEqual([
    { kind: 'text', text: 'A & ' },
    { kind: 'opening', tag: '<b id="1">' },
    { kind: 'text', text: 'B' },
    { kind: 'closing', tag: '</b>' },
    { kind: 'break', tag: '<br id="2">' },
    { kind: 'text', text: 'C ' },
    { kind: 'object', tag: '<img id="3">' },
    { kind: 'text', text: '<d>' },
  ]);
  expect(documentText(html)).toBe('A & B C <d>');
  expect(documentText('<img id="1"> A')).toBe('A');
});

test('what is written is text, but for the tags that there were', () => {
  const known = new Set(['<b id="1">', '</b>']);
  expect(toDocumentHtml('1 < 2 & <b id="1">x</b> > <i>0</i>', known)).toBe(
    '1 &lt; 2 &amp; <b id="1">x</b> &gt; &lt;i&gt;0&lt;/i&gt;',
  );
  expect(documentText(toDocumentHtml('a < b <i>c</i> &amp; d', new Set()))).toBe('a < b <i>c</i> &amp; d');
});
