import type { Piece } from './part.ts';
import { moved, type PartSink } from './part-list.ts';

/** A run goes no further, so that memory stays bounded where a text has no structure at all. */
const longestRun = 65_536;
/** No more without a space, so that a cut between sentences' parts never has to go through a piece. */
const longestGlued = 4_000;

/** Collects the run that is being read and hands it on when it ends. */
export class Run {
  readonly #parts: PartSink;
  #text = '';
  #pieces: Piece[] = [];
  /** Where the last white space outside of pieces was, or the beginning. */
  #glued = 0;

  constructor(parts: PartSink) {
    this.#parts = parts;
  }

  /** Goes on with a text and its pieces, whose positions count from its beginning. */
  add(text: string, pieces: readonly Piece[]): void {
    let rest = { text, pieces };
    while (this.#text.length + rest.text.length > longestRun) {
      const cut = cutBefore(rest.text, rest.pieces, longestRun - this.#text.length);
      this.#append(
        rest.text.slice(0, cut),
        rest.pieces.filter(({ end }) => end <= cut),
      );
      this.end();
      rest = {
        text: rest.text.slice(cut),
        pieces: rest.pieces.filter(({ start }) => start >= cut).map((piece) => moved(piece, -cut)),
      };
      if (cut === 0 && rest.text.length > longestRun) break;
    }
    this.#append(rest.text, rest.pieces);
    if (pieces.length > 0 && this.#text.length - this.#glued > longestGlued) this.end();
  }

  end(): void {
    if (this.#text !== '') this.#cutAtBreaks();
    this.#text = '';
    this.#pieces = [];
    this.#glued = 0;
  }

  #append(text: string, pieces: readonly Piece[]): void {
    const at = this.#text.length;
    this.#text += text;
    for (const piece of pieces) this.#pieces.push(moved(piece, at));
    const space = /\s\S*$/.exec(text.slice(-longestGlued));
    const isWholePiece = pieces[0]?.start === 0 && pieces[0].end === text.length;
    if (space && !isWholePiece) this.#glued = this.#text.length - space[0].length;
  }

  /** A line break that is one ends the run, unless the sentence goes on behind it with a small letter. */
  #cutAtBreaks(): void {
    let start = 0;
    let pieces: Piece[] = [];
    const hand = (end: number) => this.#parts.run(this.#text.slice(start, end), pieces);
    for (const piece of this.#pieces) {
      if (!isLineBreak(piece) || this.#goesOn(piece)) {
        pieces.push(moved(piece, -start));
      } else {
        hand(piece.start);
        this.#parts.layout(this.#text.slice(piece.start, piece.end));
        start = piece.end;
        pieces = [];
      }
    }
    hand(this.#text.length);
  }

  #goesOn({ start, end }: Piece): boolean {
    const before = this.#text.slice(Math.max(0, start - 200), start).replace(/<[^<>]*>|\s+$/g, '');
    const after = this.#text.slice(end, end + 200).replace(/^(?:\s|<[^<>]*>)+/, '');
    return /[^\s.!?:;…]\s*$/.test(before) && /^\p{Ll}/u.test(after);
  }
}

/** Where a text that is too long is cut: at its last space before the limit, or at the limit, never in a piece. */
function cutBefore(text: string, pieces: readonly Piece[], limit: number): number {
  const space = text.lastIndexOf(' ', limit - 1) + 1;
  const cut = space > 0 ? space : limit;
  const isInPair = /[\udc00-\udfff]/.test(text.charAt(cut)) && /[\ud800-\udbff]/.test(text.charAt(cut - 1));
  return pieces.find(({ start, end }) => start < cut && end > cut)?.start ?? (isInPair ? cut - 1 : cut);
}

function isLineBreak({ kind, name }: Piece): boolean {
  return name === 'br' || (kind === 'break' && name === 'hard');
}
