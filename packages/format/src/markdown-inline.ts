import { referencePieces } from './character-references.ts';
import { matchBrackets } from './markdown-brackets.ts';
import { delimiterKind } from './markdown-delimiters.ts';
import { readMarkdownTag } from './markdown-tags.ts';
import type { Piece, Span } from './part.ts';

const special = /[\\`*_~<![\]&:$\n\r]|https?:\/\/|www\./g;
const address = /(?:https?:\/\/|www\.)[^\s<>|]{1,1900}/y;
const destination =
  /\([ \t\n]{0,20}(?:<[^<>\n]{0,1900}>|(?:[^\s()<\\]|\\[^\s]|\([^\s()]{0,400}\)){0,1900})(?:[ \t\n]{1,20}(?<title>"(?:[^"\\]|\\.){0,1000}"|'(?:[^'\\]|\\.){0,1000}'))?[ \t\n]{0,20}\)/y;
const label = /\[[^[\]\n]{0,200}\]/y;
const escaped = /\\[!-/:-@[-`{-~]/y;
const shortcode = /:[a-z\d_+-]{2,40}:/y;
const formula = /\$\$[^$\n]{1,400}\$\$|\$[^\s$](?:[^$\n]{0,200}[^\s$])?\$(?![\w])/y;
/** A line break with the markers of the quotation that goes on. */
const lineBreak = /(?:\r\n|\n|\r)[ \t]*(?:>[ \t]?)*[ \t]*/y;

/**
 * The inline markup of Markdown in a text, which may be a sentence out of the middle of a paragraph: halves of pairs whose other
 * half is elsewhere are found too. Takes time linear in the text.
 */
export function markdownPieces(text: string): Piece[] {
  const scan = new MarkdownScan(text);
  return scan.pieces();
}

class MarkdownScan {
  readonly #text: string;
  readonly #brackets: ReadonlyMap<number, number>;
  /** Closing brackets that have an opening one. */
  readonly #matched: ReadonlySet<number>;
  readonly #pieces: Piece[] = [];
  /** Ends of links that are open, by position. */
  readonly #linkEnds = new Map<number, Piece>();
  /** Lengths of runs of backticks that have no partner further on. */
  readonly #unclosed = new Set<number>();
  /** Indexes of delimiters between letters, which could be either half or none. */
  readonly #either = new Set<number>();
  #position = 0;

  constructor(text: string) {
    this.#text = text;
    this.#brackets = matchBrackets(text);
    this.#matched = new Set(this.#brackets.values());
  }

  pieces(): Piece[] {
    while (this.#position < this.#text.length) {
      special.lastIndex = this.#position;
      const stop = special.exec(this.#text);
      if (stop === null) break;
      this.#position = this.#readAt(stop.index) ?? stop.index + 1;
    }
    const paired = pairedDelimiters(this.#pieces);
    // Between letters, one without a partner is a character: `Lehrer*innen`.
    return this.#pieces.filter((_, index) => paired.has(index) || !this.#either.has(index));
  }

  /** Reads what begins at `at`; returns where it ends, or undefined if it is only a character. */
  #readAt(at: number): number | undefined {
    switch (this.#text[at]) {
      case '\\':
        return this.#tryEscaped(at) ?? this.#readLineBreak(at, at + 1, true);
      case '\n':
      case '\r':
        return this.#readLineBreak(this.#spacesBefore(at), at);
      case '`':
        return this.#readCode(at);
      case '*':
      case '_':
      case '~':
        return this.#readDelimiter(at);
      case '<':
        return this.#readTag(at);
      case '!':
        return this.#text[at + 1] === '[' ? this.#readImage(at) : undefined;
      case '[':
        return this.#readLink(at);
      case ']':
        return this.#endLink(at);
      case '&':
        return this.#readReference(at);
      case ':':
        return this.#tryPattern(at, shortcode, 'mark');
      case '$':
        return this.#tryPattern(at, formula, 'word');
      default:
        return this.#readAddress(at);
    }
  }

  #add(kind: Piece['kind'], start: number, end: number, more: Partial<Piece> = {}): number {
    this.#pieces.push({ kind, start, end, name: '', plain: '', nested: [], ...more });
    return end;
  }

  #match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at;
    return pattern.exec(this.#text);
  }

  #tryPattern(at: number, pattern: RegExp, kind: Piece['kind']): number | undefined {
    const found = this.#match(pattern, at);
    return found === null ? undefined : this.#add(kind, at, at + found[0].length);
  }

  #tryEscaped(at: number): number | undefined {
    const found = this.#match(escaped, at);
    return found === null ? undefined : this.#add('text', at, at + 2, { plain: found[0].slice(1) });
  }

  /** Two spaces or a backslash make a line break one for the reader too. */
  #readLineBreak(start: number, at: number, isHard = at - start > 1): number | undefined {
    const found = this.#match(lineBreak, at);
    if (found === null) return undefined;
    const end = at + found[0].length;
    const kind = isHard ? 'break' : 'space';
    return this.#add(kind, start, end, { plain: ' ', name: isHard ? 'hard' : '' });
  }

  #spacesBefore(at: number): number {
    const from = this.#pieces.at(-1)?.end ?? 0;
    let start = at;
    while (start > from && this.#text[start - 1] === ' ') start--;
    return start;
  }

  #readCode(at: number): number {
    const fence = this.#match(/`+/y, at)?.[0] ?? '`';
    const from = at + fence.length;
    if (this.#unclosed.has(fence.length)) return from;
    const closing = new RegExp(`(?<!\`)${fence}(?!\`)`, 'g');
    closing.lastIndex = from;
    const found = closing.exec(this.#text);
    if (found === null) this.#unclosed.add(fence.length);
    return found === null ? from : this.#add('word', at, found.index + fence.length);
  }

  #readDelimiter(at: number): number {
    const run = this.#match(/\*+|_+|~+/y, at)?.[0] ?? '*';
    const end = at + run.length;
    const kind = delimiterKind(this.#text, at, end);
    if (kind === undefined) return end;
    if (kind !== 'either') return this.#add(kind, at, end, { name: run });
    const isOpen = this.#pieces.findLast((piece) => piece.name === run)?.kind === 'open';
    this.#either.add(this.#pieces.length);
    return this.#add(isOpen ? 'close' : 'open', at, end, { name: run });
  }

  #readTag(at: number): number | undefined {
    const pieces = readMarkdownTag(this.#text, at);
    this.#pieces.push(...pieces);
    return pieces.at(-1)?.end;
  }

  #readImage(at: number): number | undefined {
    const close = this.#brackets.get(at + 1);
    const end = close === undefined ? undefined : this.#targetEnd(close + 1);
    if (close === undefined || end === undefined) return undefined;
    const alternative: Span[] = close > at + 2 ? [{ start: at + 2, end: close }] : [];
    return this.#add('mark', at, end, { nested: [...alternative, ...this.#titleAt(close + 1)] });
  }

  #readLink(at: number): number | undefined {
    const close = this.#brackets.get(at);
    // The other half of a link may be in the next sentence.
    if (close === undefined) return this.#add('open', at, at + 1, { name: 'link' });
    if (this.#text[at + 1] === '^') return this.#add('mark', at, close + 1);
    const end = this.#targetEnd(close + 1);
    if (end === undefined) return this.#readShortcut(at, close);
    const nested = this.#titleAt(close + 1);
    this.#linkEnds.set(close, { kind: 'close', start: close, end, name: 'link', plain: '', nested });
    return this.#add('open', at, at + 1, { name: 'link' });
  }

  /** `[text]` and `[text][]` may name an address that is defined elsewhere under this very text. */
  #readShortcut(at: number, close: number): number | undefined {
    const end = this.#text.startsWith('[]', close + 1) ? close + 3 : close + 1;
    return end - at > 80 || close === at + 1 ? undefined : this.#add('word', at, end);
  }

  #endLink(at: number): number | undefined {
    const piece = this.#linkEnds.get(at);
    if (piece === undefined) return this.#endLinkOfBefore(at);
    this.#pieces.push(piece);
    return piece.end;
  }

  #endLinkOfBefore(at: number): number | undefined {
    if (this.#matched.has(at)) return undefined;
    const end = this.#targetEnd(at + 1) ?? at + 1;
    return this.#add('close', at, end, { name: 'link', nested: this.#titleAt(at + 1) });
  }

  #targetEnd(at: number): number | undefined {
    const found = this.#text[at] === '(' ? this.#match(destination, at) : this.#match(label, at);
    if (found === null || found[0] === '[]') return undefined;
    return at + found[0].length;
  }

  #titleAt(at: number): Span[] {
    const found = this.#text[at] === '(' ? this.#match(destination, at) : null;
    const title = found?.groups?.title;
    if (found === null || title === undefined) return [];
    const start = at + found[0].lastIndexOf(title) + 1;
    return [{ start, end: start + title.length - 2 }];
  }

  #readReference(at: number): number | undefined {
    const [piece] = referencePieces(this.#text.slice(at, at + 40));
    if (piece?.start !== 0) return undefined;
    return this.#add('text', at, at + piece.end, { plain: piece.plain });
  }

  #readAddress(at: number): number | undefined {
    if (/[\p{L}\d]/u.test(this.#text[at - 1] ?? '')) return undefined;
    const found = this.#match(address, at)?.[0].replace(/[.,;:!?'"*_~)\]]+$/, '');
    return found === undefined ? undefined : this.#add('word', at, at + found.length);
  }
}

/** Which delimiters have a partner in the text. */
function pairedDelimiters(pieces: readonly Piece[]): Set<number> {
  const open = new Map<string, number[]>();
  const paired = new Set<number>();
  pieces.forEach(({ kind, name }, index) => {
    if (!/^[*_~]/.test(name)) return;
    const stack = open.get(name) ?? [];
    open.set(name, stack);
    if (kind === 'open') stack.push(index);
    else if (stack.length > 0) paired.add(stack.pop() as number).add(index);
  });
  return paired;
}
