import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Span } from './part.ts';

export interface HtmlAttribute {
  /** In small letters. */
  readonly name: string;
  /** Where its value lies, without quotation marks. */
  readonly value: Span;
  readonly quoted: boolean;
}

/** Tags, text, and `other`: comments, declarations, what is broken. Tokens cover the text without holes. */
export interface HtmlToken extends Span {
  readonly kind: 'open' | 'close' | 'text' | 'other';
  /** Of a tag, in small letters. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly text: string;
}

/** What is longer (a comment, a picture in an attribute) is not kept in memory until its end. */
const longestToken = 4 * 1024 * 1024;

/** The tokens of HTML that arrives in pieces, as browsers see them. Positions count from the beginning of the text. */
export class HtmlTokens {
  #tokens: HtmlToken[] = [];
  /** What is not in a token yet, and where it begins. */
  #buffer = '';
  #offset = 0;
  #tag: { start: number; name: string; attributes: HtmlAttribute[] } | undefined;
  #attribute = { name: '', start: -1, end: -1 };
  #closing: { start: number; nameEnd: number; name: string } | undefined;
  readonly #tokenizer: Tokenizer;

  constructor() {
    const nothing = () => this.#endClosing();
    this.#tokenizer = new Tokenizer(
      { decodeEntities: false },
      {
        onopentagname: (start, end) => {
          this.#endClosing();
          this.#tag = { start: start - 1, name: this.#slice(start, end).toLowerCase(), attributes: [] };
        },
        onattribname: (start, end) => {
          this.#attribute = { name: this.#slice(start, end).toLowerCase(), start: -1, end: -1 };
        },
        onattribdata: (start, end) => {
          if (this.#attribute.start < 0) this.#attribute.start = start;
          this.#attribute.end = end;
        },
        onattribentity: nothing,
        onattribend: (quote) => this.#endAttribute(quote),
        onopentagend: (end) => this.#endTag(end + 1),
        onselfclosingtag: (end) => this.#endTag(end + 1),
        onclosetag: (start, end) => {
          this.#endClosing();
          this.#closing = { start: start - 2, nameEnd: end, name: this.#slice(start, end).toLowerCase() };
        },
        ontext: (start, end) => {
          this.#endClosing();
          this.#add('text', start, end);
        },
        ontextentity: nothing,
        oncomment: nothing,
        oncdata: nothing,
        ondeclaration: nothing,
        onprocessinginstruction: nothing,
        onend: nothing,
      },
    );
  }

  push(piece: string): HtmlToken[] {
    this.#buffer += piece;
    this.#tokenizer.write(piece);
    this.#endClosing();
    if (this.#buffer.length > longestToken)
      this.#add('other', this.#offset, this.#offset + this.#buffer.length);
    return this.#take();
  }

  end(): HtmlToken[] {
    this.#tokenizer.end();
    this.#endClosing();
    if (this.#buffer !== '') this.#add('other', this.#offset, this.#offset + this.#buffer.length);
    return this.#take();
  }

  #take(): HtmlToken[] {
    const tokens = this.#tokens;
    this.#tokens = [];
    return tokens;
  }

  #slice(start: number, end: number): string {
    return this.#buffer.slice(start - this.#offset, end - this.#offset);
  }

  #endAttribute(quote: QuoteType): void {
    const { name, start, end } = this.#attribute;
    if (start < 0) return;
    const quoted = quote === QuoteType.Double || quote === QuoteType.Single;
    this.#tag?.attributes.push({ name, value: { start, end }, quoted });
  }

  #endTag(end: number): void {
    if (this.#tag === undefined) return;
    const { start, name, attributes } = this.#tag;
    this.#tag = undefined;
    this.#add('open', start, end, name, attributes);
  }

  /** Of a closing tag the tokenizer does not tell the end: it is the next `>`, and nothing is told before that. */
  #endClosing(): void {
    if (this.#closing === undefined) return;
    const { start, nameEnd, name } = this.#closing;
    const end = this.#buffer.indexOf('>', nameEnd - this.#offset);
    if (end < 0) return;
    this.#closing = undefined;
    this.#add('close', start, this.#offset + end + 1, name);
  }

  #add(
    kind: HtmlToken['kind'],
    start: number,
    end: number,
    name = '',
    attributes: readonly HtmlAttribute[] = [],
  ): void {
    if (start < this.#offset || end <= start) return;
    if (start > this.#offset) this.#add('other', this.#offset, start);
    const text = this.#slice(start, end);
    this.#tokens.push({ kind, start, end, name, attributes, text });
    this.#buffer = this.#buffer.slice(end - this.#offset);
    this.#offset = end;
  }
}
