/** What stands in a paragraph, in order. */
export type Item =
  | { readonly kind: 'text'; readonly text: string; readonly format: number }
  | { readonly kind: 'mark'; readonly raw: string }
  /** Written as an element, or as a character of the text around it. */
  | { readonly kind: 'break'; readonly raw: string | undefined }
  | { readonly kind: 'open' | 'close'; readonly pair: number };

/** An element around text. */
export interface Pair {
  open: string;
  close: string;
  /** The element of HTML that says best what it is. */
  readonly tag: string;
  readonly isProtected: boolean;
}

/** A look of text: what is written before and after the characters. */
export interface TextFormat {
  readonly before: string;
  readonly after: string;
  readonly tag: string;
}

/** A paragraph of a document: its text, and what has to be known to write another text in its place. */
export class Paragraph {
  readonly items: Item[] = [];
  readonly pairs: Pair[] = [];
  readonly formats: TextFormat[] = [];
  readonly #formatNumbers = new Map<string, number>();
  /** What is said of it before and after its text. */
  head = '';
  tail = '';

  /** @param key Tells looks apart that differ; default: `before`. */
  formatNumber(format: TextFormat, key = format.before): number {
    let number = this.#formatNumbers.get(key);
    if (number === undefined) {
      number = this.formats.push(format) - 1;
      this.#formatNumbers.set(key, number);
    }
    return number;
  }

  addText(text: string, format: number): void {
    if (text === '') return;
    const last = this.items.at(-1);
    const goesOn = last?.kind === 'text' && last.format === format;
    if (goesOn) this.items[this.items.length - 1] = { ...last, text: last.text + text };
    else this.items.push({ kind: 'text', text, format });
  }

  /** Marks beside each other are one. */
  addMark(raw: string): void {
    const last = this.items.at(-1);
    if (last?.kind === 'mark') this.items[this.items.length - 1] = { kind: 'mark', raw: last.raw + raw };
    else this.items.push({ kind: 'mark', raw });
  }

  addBreak(raw: string | undefined): void {
    this.items.push({ kind: 'break', raw });
  }

  /** Takes away the space behind its last words. */
  trimEnd(): void {
    const last = this.items.at(-1);
    if (last?.kind === 'text') this.items[this.items.length - 1] = { ...last, text: last.text.trimEnd() };
  }

  open(pair: Pair): number {
    const number = this.pairs.push(pair) - 1;
    this.items.push({ kind: 'open', pair: number });
    return number;
  }

  close(pair: number): void {
    this.items.push({ kind: 'close', pair });
  }

  /** Its characters alone. */
  get plain(): string {
    return this.items
      .map((item) => (item.kind === 'text' ? item.text : item.kind === 'break' ? '\n' : ''))
      .join('');
  }
}
