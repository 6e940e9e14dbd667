/**
 * A piece of a sentence of a document: words, or a tag that stands for something of the document. `opening` and `closing` are
 * the edges of a look or link, a `break` is one of a line or a tab, an `object` whatever else stays as it is.
 */
export type DocumentPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'opening' | 'closing' | 'break' | 'object'; readonly tag: string };

const tags = /<\/?([a-z][a-z\d]*)\b[^<>]*>/gi;
const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
const names: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '&': 'amp' };

/** The pieces of the HTML in which sentences of documents are written, in order. */
export function documentPieces(html: string): DocumentPiece[] {
  const pieces: DocumentPiece[] = [];
  let position = 0;
  const addText = (end: number) => {
    if (end > position) pieces.push({ kind: 'text', text: decode(html.slice(position, end)) });
  };
  for (const { index, 0: tag, 1: name = '' } of html.matchAll(tags)) {
    addText(index);
    pieces.push({ kind: kindOf(tag, name.toLowerCase()), tag });
    position = index + tag.length;
  }
  addText(html.length);
  return pieces;
}

function kindOf(tag: string, name: string): 'opening' | 'closing' | 'break' | 'object' {
  if (name === 'br') return 'break';
  if (name === 'img') return 'object';
  return tag.startsWith('</') ? 'closing' : 'opening';
}

/** What is read of it, without the space that a mark at its edge leaves. */
export function documentText(html: string): string {
  const read = documentPieces(html).map((piece) => {
    if (piece.kind === 'text') return piece.text;
    return piece.kind === 'break' ? ' ' : '';
  });
  return read.join('').trim();
}

/** Words as HTML. Where one of `known` tags stands among them, whole, it is that tag: so they are moved by cutting and pasting. */
export function toDocumentHtml(text: string, known: ReadonlySet<string>): string {
  let html = '';
  let position = 0;
  for (const { index, 0: tag } of text.matchAll(tags)) {
    if (!known.has(tag)) continue;
    html += encode(text.slice(position, index)) + tag;
    position = index + tag.length;
  }
  return html + encode(text.slice(position));
}

const decode = (html: string) =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? '');

const encode = (text: string) => text.replace(/[<>&]/g, (character) => `&${names[character]};`);
