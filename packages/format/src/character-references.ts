import { decodeHTML } from 'entities';
import type { Piece } from './part.ts';

const reference = /&(?:[A-Za-z][A-Za-z\d]{1,31}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/g;
/** Letters, quotation marks, dashes and spaces: what a sentence is made of. Others (`&copy;`, `&lt;`) stay as they are. */
const readable = /^[\p{L}\p{M}\p{Pd}\p{Pi}\p{Pf}\p{Zs}„‚"'…’\u00ad]+$/u;

/** The character references that stand for something one reads, as pieces. */
export function referencePieces(text: string): Piece[] {
  if (!text.includes('&')) return [];
  const pieces: Piece[] = [];
  for (const { index, 0: written } of text.matchAll(reference)) {
    const plain = decodeHTML(written);
    if (!readable.test(plain)) continue;
    pieces.push({ kind: 'text', start: index, end: index + written.length, name: '', plain, nested: [] });
  }
  return pieces;
}
