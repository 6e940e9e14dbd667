import { HtmlReader } from './html-reader.ts';
import type { Part, Piece } from './part.ts';
import { moved, type PartSink } from './part-list.ts';

/** The inline markup of HTML in a text, which may be a sentence out of the middle of an element. */
export function htmlPieces(text: string): Piece[] {
  if (!/[<&]/.test(text)) return [];
  const found = new PieceList();
  const reader = new HtmlReader(found);
  reader.push(text);
  reader.end();
  return found.pieces;
}

/** Takes all of a text for one run. */
class PieceList implements PartSink {
  readonly pieces: Piece[] = [];
  #length = 0;

  layout(text: string): void {
    const { length } = text;
    const mark: Piece = { kind: 'mark', start: 0, end: length, name: '', plain: '', nested: [] };
    this.run(text, /\S/.test(text) ? [mark] : []);
  }

  run(text: string, pieces: readonly Piece[] = []): void {
    for (const piece of pieces) this.pieces.push(moved(piece, this.#length));
    this.#length += text.length;
  }

  take(): Part[] {
    return [];
  }
}
