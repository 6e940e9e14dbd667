import { referencePieces } from './character-references.ts';
import { isInline, isVoid, readableValues } from './html-elements.ts';
import { HtmlStack } from './html-stack.ts';
import { type HtmlToken, HtmlTokens } from './html-tokens.ts';
import type { FormatReader, Part, Piece } from './part.ts';
import { PartList, type PartSink } from './part-list.ts';
import { Run } from './run.ts';
import { maxPieceLength } from './shape.ts';

const longestText = 32_768;

/**
 * HTML. Block elements end a run; inline elements are pieces of it, as is `<code>` or whatever is marked as not to be translated
 * within a sentence, as a whole. Readable values of attributes are runs of their own, or nested in their tag.
 */
export class HtmlReader implements FormatReader {
  readonly #tokens = new HtmlTokens();
  readonly #stack = new HtmlStack();
  readonly #parts: PartSink;
  readonly #run: Run;
  /** An element within the run that is kept as a whole: how deep it lies, and what there is of it. */
  #kept: { depth: number; text: string } | undefined;

  /** Text that may go on with the next token. */
  #text = '';

  constructor(parts: PartSink = new PartList()) {
    this.#parts = parts;
    this.#run = new Run(parts);
  }

  push(piece: string): Part[] {
    for (const token of this.#tokens.push(piece)) this.#read(token);
    return this.#parts.take();
  }

  end(): Part[] {
    for (const token of this.#tokens.end()) this.#read(token);
    this.#endText();
    if (this.#kept !== undefined) this.#endKept();
    this.#run.end();
    return this.#parts.take();
  }

  #read(token: HtmlToken): void {
    if (this.#kept === undefined && token.kind === 'text' && this.#stack.isTranslatable) {
      this.#readText(token.text);
      return;
    }
    this.#endText();
    if (this.#kept !== undefined) this.#keep(token);
    else if (token.kind === 'open') this.#readOpen(token);
    else if (token.kind === 'close') this.#readClose(token);
    else if (this.#stack.isTranslatable && isComment(token))
      this.#run.add(token.text, [wholePiece(token, 'mark')]);
    else this.#addLayout(token.text);
  }

  #readText(text: string): void {
    this.#text += text;
    if (this.#text.length < longestText) return;
    const space = this.#text.lastIndexOf(' ') + 1;
    this.#endText(space > 0 ? space : this.#text.length);
  }

  #endText(end = this.#text.length): void {
    const text = this.#text.slice(0, end);
    this.#text = this.#text.slice(end);
    if (text !== '') this.#run.add(text, referencePieces(text));
  }

  #readOpen(token: HtmlToken): void {
    const isOutside = this.#stack.isTranslatable;
    this.#stack.enter(token);
    const isInside = this.#stack.isTranslatable;
    if (isInline(token.name) && isOutside && !isInside) {
      this.#kept = { depth: this.#stack.depth, text: token.text };
    } else if (isInline(token.name) && isInside) {
      this.#run.add(token.text, [wholePiece(token, isVoid(token.name) ? 'mark' : 'open')]);
    } else if (isOutside || isInside) {
      this.#run.end();
      this.#parts.run(token.text, [wholePiece(token, 'mark')]);
    } else {
      this.#addLayout(token.text);
    }
  }

  #readClose(token: HtmlToken): void {
    const isInside = this.#stack.isTranslatable;
    this.#stack.leave(token);
    if (isInline(token.name) && isInside) this.#run.add(token.text, [wholePiece(token, 'close')]);
    else this.#addLayout(token.text);
  }

  #addLayout(text: string): void {
    this.#run.end();
    this.#parts.layout(text);
  }

  #keep(token: HtmlToken): void {
    const kept = this.#kept as { depth: number; text: string };
    kept.text += token.text;
    if (token.kind === 'open') this.#stack.enter(token);
    if (token.kind === 'close') this.#stack.leave(token);
    const isOver = this.#stack.depth < kept.depth;
    if (isOver || kept.text.length > maxPieceLength) this.#endKept();
  }

  #endKept(): void {
    const { text } = this.#kept as { text: string };
    this.#kept = undefined;
    const piece: Piece = { kind: 'word', start: 0, end: text.length, name: '', plain: '', nested: [] };
    if (text.length > maxPieceLength || /<(?:pre|p|div|table)\b/i.test(text)) this.#addLayout(text);
    else this.#run.add(text, [piece]);
  }
}

function isComment({ kind, text }: HtmlToken): boolean {
  return kind === 'other' && text.startsWith('<!--') && text.length <= maxPieceLength;
}

/** A tag as a piece of its own text. */
function wholePiece(token: HtmlToken, kind: Piece['kind']): Piece {
  const nested = readableValues(token).map(({ start, end }) => ({
    start: start - token.start,
    end: end - token.start,
  }));
  return { kind, start: 0, end: token.text.length, name: token.name, plain: '', nested };
}
