/** As much Markdown is parsed at once, or up to the next place where everything before is over. */
const plannedChunk = 8_192;
/** Then it is cut at a line at the left margin, such as an item of a list, */
const longChunk = 16_384;
/** and then at any line: tables and what is indented, or a paragraph on one line. */
const longestChunk = 65_536;

/** A piece of Markdown that can be read on its own; `verbatim` is fenced code, front matter, or HTML that is no text. */
export interface MarkdownChunk {
  readonly text: string;
  readonly isVerbatim: boolean;
}

const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/s;
const htmlBlocks: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^<!--/, /-->/],
  [/^<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
];
/** Nobody quotes a quotation so often; a parser takes long for it. */
const nesting = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]*){24}/;

/**
 * Cuts Markdown that arrives in pieces: around fenced code, and where something begins at the left margin behind a blank line, so
 * that nothing before has to do with what follows. The cuts are the same however the text arrives.
 */
export class MarkdownChunks {
  #buffer = '';
  /** The beginning of the next line in the buffer. */
  #line = 0;
  /** The last line in the buffer at which a long chunk may be cut. */
  #margin = 0;
  #isBehindBlank = false;
  /** What ends the block that is read verbatim. */
  #verbatimEnd: ((line: string) => boolean) | undefined;
  #isFirstLine = true;
  #chunks: MarkdownChunk[] = [];

  push(piece: string): MarkdownChunk[] {
    this.#buffer += piece;
    for (;;) {
      const end = this.#buffer.indexOf('\n', this.#line) + 1;
      const isLong =
        end - this.#line > longestChunk || (end === 0 && this.#buffer.length - this.#line > longestChunk);
      if (isLong) this.#cutWithinLine();
      else if (end === 0) break;
      else this.#readLine(end);
    }
    return this.#give();
  }

  end(): MarkdownChunk[] {
    if (this.#line < this.#buffer.length) this.#readLine(this.#buffer.length);
    this.#take(this.#buffer.length);
    return this.#give();
  }

  #give(): MarkdownChunk[] {
    const chunks = this.#chunks;
    this.#chunks = [];
    return chunks;
  }

  #take(end: number, isVerbatim = this.#verbatimEnd !== undefined): void {
    if (end > 0) this.#chunks.push({ text: this.#buffer.slice(0, end), isVerbatim });
    this.#buffer = this.#buffer.slice(end);
    this.#line = Math.max(0, this.#line - end);
    this.#margin = 0;
  }

  #readLine(end: number): void {
    const line = this.#buffer.slice(this.#line, end);
    if (this.#verbatimEnd === undefined) this.#readMarkdown(line);
    else this.#readVerbatim(line);
    this.#isFirstLine = false;
  }

  #readMarkdown(line: string): void {
    const start = this.#line;
    const verbatimEnd = verbatimEndOf(line, this.#isFirstLine);
    if (verbatimEnd !== undefined) {
      this.#take(start);
      this.#verbatimEnd = verbatimEnd;
      this.#line = line.length;
      return;
    }
    const isAtMargin = /^[^\s|]/.test(line);
    if (isAtMargin && this.#isBehindBlank && start >= plannedChunk) this.#take(start);
    else if (isAtMargin) this.#margin = start;
    this.#isBehindBlank = line.trim() === '';
    this.#line += line.length;
    if (nesting.test(line)) {
      this.#take(this.#line - line.length);
      this.#take(line.length, true);
    } else if (this.#line > longChunk && (this.#margin > 0 || this.#line > longestChunk)) {
      this.#take(this.#margin > 0 ? this.#margin : this.#line);
    }
  }

  #readVerbatim(line: string): void {
    this.#line += line.length;
    const isOver = this.#verbatimEnd?.(line) === true;
    if (isOver || this.#line > longChunk) this.#take(this.#line, true);
    if (isOver) this.#verbatimEnd = undefined;
  }

  /** Behind the last space, or just there. */
  #cutWithinLine(): void {
    this.#take(this.#line);
    const space = this.#buffer.lastIndexOf(' ', longestChunk - 1) + 1;
    const isInPair = /[\ud800-\udbff]/.test(this.#buffer.charAt(longestChunk - 1));
    this.#take(space > 0 ? space : isInPair ? longestChunk - 1 : longestChunk);
    this.#isFirstLine = false;
  }
}

function verbatimEndOf(line: string, isFirstLine: boolean): ((line: string) => boolean) | undefined {
  const frontMatter = isFirstLine ? /^\ufeff?(---|\+\+\+)\s*$/.exec(line)?.[1] : undefined;
  if (frontMatter !== undefined) return (next) => next.trimEnd() === frontMatter;
  const [, ticks, tildes] = fence.exec(line) ?? [];
  const marks = ticks ?? tildes;
  if (marks !== undefined) return (next) => next.trim().startsWith(marks) && /^\s*(?:`+|~+)\s*$/.test(next);
  const html = htmlBlocks.find(([begin]) => begin.test(line))?.[1];
  return html === undefined || html.test(line) ? undefined : (next) => html.test(next);
}
