import type { Part, Piece } from './part.ts';
import { maxPieceLength } from './shape.ts';

/** Takes the parts of a text in order. */
export interface PartSink {
  layout(text: string): void;
  run(text: string, pieces?: readonly Piece[]): void;
  take(): Part[];
}

/** Collects the parts of a text: neighbouring layout becomes one, and a run without a letter is layout. */
export class PartList implements PartSink {
  #parts: Part[] = [];
  #layout = '';

  layout(text: string): void {
    this.#layout += text;
  }

  /** Adds a run; values of attributes in a run without words of its own become runs. */
  run(text: string, pieces: readonly Piece[] = []): void {
    const long = pieces.find((piece) => piece.end - piece.start > maxPieceLength);
    if (long !== undefined) {
      this.#split(text, pieces, long);
    } else if (hasLetter(text, pieces)) {
      this.#flushLayout();
      this.#parts.push({ kind: 'run', text, pieces });
    } else {
      this.#nestedAsRuns(text, pieces);
    }
  }

  take(): Part[] {
    this.#flushLayout();
    const parts = this.#parts;
    this.#parts = [];
    return parts;
  }

  /** No sentence may hold a piece that is longer than a segment; it becomes layout. */
  #split(text: string, pieces: readonly Piece[], long: Piece): void {
    this.run(
      text.slice(0, long.start),
      pieces.filter(({ end }) => end <= long.start),
    );
    this.#nestedAsRuns(text.slice(long.start, long.end), [moved(long, -long.start)]);
    this.run(
      text.slice(long.end),
      pieces.filter(({ start }) => start >= long.end).map((piece) => moved(piece, -long.end)),
    );
  }

  #nestedAsRuns(text: string, pieces: readonly Piece[]): void {
    let position = 0;
    for (const { start, end } of pieces.flatMap(({ nested }) => nested)) {
      this.layout(text.slice(position, start));
      this.run(text.slice(start, end));
      position = end;
    }
    this.layout(text.slice(position));
  }

  #flushLayout(): void {
    if (this.#layout !== '') this.#parts.push({ kind: 'layout', text: this.#layout });
    this.#layout = '';
  }
}

/** A piece at another place. */
export function moved(piece: Piece, by: number): Piece {
  const nested = piece.nested.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return { ...piece, start: piece.start + by, end: piece.end + by, nested };
}

/** Whether there is a letter outside of the markup. */
function hasLetter(text: string, pieces: readonly Piece[]): boolean {
  let position = 0;
  for (const { kind, plain, start, end } of pieces) {
    if (letter.test(text.slice(position, start)) || (kind === 'text' && letter.test(plain))) return true;
    position = end;
  }
  return letter.test(text.slice(position));
}

const letter = /\p{L}/u;
