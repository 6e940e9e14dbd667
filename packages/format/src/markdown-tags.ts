import { htmlPieces } from './html-inline.ts';
import type { Piece } from './part.ts';
import { moved } from './part-list.ts';

const autolink =
  /<(?:[A-Za-z][A-Za-z\d+.-]{1,31}:[^\s<>]{0,1900}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,200})>/y;
const tag =
  /<(?:!--[\s\S]{0,1900}?-->|\/?[A-Za-z][A-Za-z\d-]{0,40}(?:\s(?:[^<>"']|"[^"]{0,1900}"|'[^']{0,1900}'){0,1900})?\/?>)/y;
const kept = /^<(code|kbd|samp|var|pre|script|style)\b/i;

/** The piece that begins with the `<` at `at`: an address, a tag, or code between tags. None if it is only a character. */
export function readMarkdownTag(text: string, at: number): Piece[] {
  autolink.lastIndex = at;
  const found = autolink.exec(text);
  if (found !== null) {
    return [{ kind: 'word', start: at, end: at + found[0].length, name: '', plain: '', nested: [] }];
  }
  tag.lastIndex = at;
  const [written] = tag.exec(text) ?? [];
  if (written === undefined) return [];
  const name = kept.exec(written)?.[1];
  const close = name === undefined ? -1 : text.slice(at, at + 2000).search(new RegExp(`</${name}>`, 'i'));
  const whole = name !== undefined && close > 0 ? text.slice(at, at + close + name.length + 3) : written;
  return htmlPieces(whole).map((piece) => moved(piece, at));
}
