import type { Piece } from './part.ts';

/** Longer pieces are no part of a sentence. */
export const maxPieceLength = 2_000;

/** Combines with the character before it and means nothing. */
const filler = '\u034f';

/**
 * A text of equal length for the rules that look for sentences: markup reads like what it is to a sentence. What opens
 * is an opening quotation mark, what closes a closing one, what stands for a word is a letter, so that `Ende.</b> Neu` and
 * `Ende.” Neu` are cut at the same place, and nothing is ever cut within a piece.
 */
export function shapeOf(text: string, pieces: readonly Piece[]): string {
  let shape = '';
  let position = 0;
  for (const piece of pieces) {
    shape += text.slice(position, piece.start) + shapeOfPiece(text, piece);
    position = piece.end;
  }
  return shape + text.slice(position);
}

function shapeOfPiece(text: string, { kind, plain, start, end }: Piece): string {
  const length = end - start;
  switch (kind) {
    case 'open':
      return '“'.repeat(length);
    case 'close':
      return '”'.repeat(length);
    case 'mark':
      return (/\s$/.test(text.slice(0, start).slice(-1)) ? '“' : '”').repeat(length);
    case 'word':
      return `A${filler.repeat(length - 1)}`;
    case 'space':
    case 'break':
      return ' '.repeat(length);
    case 'text':
      return plain.trim() === '' ? ' '.repeat(length) : plain.slice(0, length).padEnd(length, filler);
  }
}
