import type { SaxesTagNS } from 'saxes';
import { findBlockHolders } from './block-holders.ts';
import { addRunText, closeInline, type Frame, openInline } from './inline-reader.ts';
import { Paragraph } from './paragraph.ts';
import { fromHtml, toHtml } from './paragraph-html.ts';
import { plainFormat, writeCollapsed, writeXml } from './text-writing.ts';
import { readXml, type XmlHandler } from './xml-reader.ts';
import { isXhtml, meaningOf, type Role, type TextKind } from './xml-roles.ts';

/** Given the HTML of each paragraph with letters in turn; returns what is to stand in its place. */
export type Visit = (html: string) => string;

export interface RewriteOptions {
  /** Texts of whole paragraphs that stay as they are. */
  readonly kept?: ReadonlySet<string>;
}

/**
 * A part of a document with other text: everything that is not text of a paragraph that is changed stays as it was written,
 * byte for byte. A paragraph within a picture or note of another one is visited before it.
 *
 * @throws DocumentError what `readXml` throws.
 */
export function rewriteXml(xml: string, visit: Visit, options: RewriteOptions = {}): string {
  const rewriter = new Rewriter(xml, visit, options);
  readXml(xml, rewriter);
  return rewriter.written;
}

/** What is collected until an element ends, or in the first place until the text does. */
interface Scope {
  readonly sink: string[];
  /** Depth of the element within which it is. */
  readonly depth: number;
  /** Set in a paragraph; else what is collected is passed on as a whole. */
  readonly paragraph?: Paragraph;
  readonly textKind: TextKind;
  /** A paragraph that no element says is one. */
  readonly isImplicit?: boolean;
  readonly openTag?: string;
  readonly use?: (raw: string) => void;
  isChanged: boolean;
}

class Rewriter implements XmlHandler {
  readonly #xml: string;
  readonly #visit: Visit;
  readonly #kept: ReadonlySet<string>;
  readonly #frames: Frame[] = [];
  readonly #scopes: Scope[] = [{ sink: [], depth: -1, textKind: 'direct', isChanged: false }];
  /** How far the text is in a sink. */
  #cursor = 0;
  /** Depth of the element of which nothing is text. */
  #skipped = -1;
  /** What was visited in the first of several ways to show the same. */
  readonly #choices: Map<string, string>[] = [];
  #blockHolders: ReadonlySet<number> | undefined;

  constructor(xml: string, visit: Visit, { kept = new Set() }: RewriteOptions) {
    this.#xml = xml;
    this.#visit = visit;
    this.#kept = kept;
  }

  get written(): string {
    const [{ sink }] = this.#scopes as [Scope];
    return [...sink, this.#xml.slice(this.#cursor)].join('');
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) as Scope;
  }

  open(tag: SaxesTagNS, start: number, end: number): void {
    this.#frames.push(this.#frameOf(tag, start, this.#xml.slice(start, end)));
  }

  #frameOf(tag: SaxesTagNS, start: number, open: string): Frame {
    if (this.#skipped >= 0) return { role: 'inside', tag };
    if (tag.local === 'AlternateContent') this.#choices.push(new Map());
    const { role: said, textKind } = meaningOf(tag);
    const role = this.#isBlockHolder(tag, said, start) ? 'flow' : said;
    if (this.#scope.isImplicit && (role === 'flow' || role === 'skip')) this.#endImplicit(start);
    const isLoose = isInline(role) && textKind === 'collapsed' && this.#frames.at(-1)?.role === 'flow';
    const paragraph = this.#scope.paragraph ?? (isLoose ? this.#beginImplicit(start) : undefined);
    if (paragraph !== undefined) {
      const collect = (use: (raw: string) => void) => this.#beginScope(start, { textKind: 'direct', use });
      return openInline(paragraph, { tag, role, open, frames: this.#frames, collect });
    }
    if (role === 'skip') this.#skipped = this.#frames.length;
    if (role === 'paragraph' && !tag.isSelfClosing) {
      this.#beginScope(start, { paragraph: new Paragraph(), textKind, openTag: open });
    }
    return { role, tag };
  }

  close(_tag: SaxesTagNS, start: number, end: number): void {
    const { isImplicit, depth } = this.#scope;
    if (isImplicit && depth === this.#frames.length) this.#endImplicit(start);
    const frame = this.#frames.pop() as Frame;
    if (this.#skipped === this.#frames.length) this.#skipped = -1;
    if (frame.tag.local === 'AlternateContent') this.#choices.pop();
    const scope = this.#scope;
    if (scope.depth === this.#frames.length && !scope.isImplicit) {
      if (scope.paragraph === undefined) this.#endMark(end);
      else this.#endParagraph(scope, scope.paragraph, { start, end });
    } else if (scope.paragraph !== undefined) {
      closeInline(scope.paragraph, frame, this.#xml.slice(start, end));
    }
  }

  text(text: string, start: number): void {
    if (this.#skipped >= 0) return;
    const { paragraph, textKind } = this.#scope;
    const top = this.#frames.at(-1);
    if (paragraph === undefined) {
      if (top?.role === 'flow' && /\S/.test(text)) {
        const begun = this.#beginImplicit(start);
        begun.addText(text.trimStart().replace(/\s+/g, ' '), begun.formatNumber(plainFormat));
      }
    } else if (textKind === 'runs') {
      if (top?.role === 'text') addRunText(paragraph, this.#frames, text);
    } else {
      const read = textKind === 'collapsed' ? text.replace(/\s+/g, ' ') : text;
      paragraph.addText(read, paragraph.formatNumber(plainFormat));
    }
  }

  #beginScope(start: number, scope: Omit<Scope, 'sink' | 'depth' | 'isChanged'>): void {
    this.#scope.sink.push(this.#xml.slice(this.#cursor, start));
    this.#cursor = start;
    this.#scopes.push({ sink: [], depth: this.#frames.length, isChanged: false, ...scope });
  }

  #beginImplicit(start: number): Paragraph {
    const paragraph = new Paragraph();
    // Its depth is that of what stands in it: it ends with the element around it.
    this.#beginScope(start, { paragraph, textKind: 'collapsed', isImplicit: true, openTag: '' });
    return paragraph;
  }

  /** Ends the collection of what stays as it is. */
  #endMark(end: number): void {
    const { sink, use, isChanged } = this.#scopes.pop() as Scope;
    const raw = [...sink, this.#xml.slice(this.#cursor, end)].join('');
    this.#cursor = end;
    use?.(raw);
    const around = this.#scope;
    around.sink.push(raw);
    around.isChanged ||= isChanged;
  }

  #endImplicit(end: number): void {
    const scope = this.#scope;
    this.#endParagraph(scope, scope.paragraph as Paragraph, { start: end, end });
  }

  #endParagraph(scope: Scope, paragraph: Paragraph, { start, end }: { start: number; end: number }): void {
    this.#scopes.pop();
    const raw = [...scope.sink, this.#xml.slice(this.#cursor, end)].join('');
    this.#cursor = end;
    if (scope.isImplicit) paragraph.trimEnd();
    const { plain } = paragraph;
    const isText = /\p{L}/u.test(plain) && !this.#kept.has(plain);
    const made = isText ? toHtml(paragraph) : undefined;
    const target = made === undefined ? undefined : this.#ask(made.html);
    const isChanged = made !== undefined && target !== undefined && target !== made.html;
    const around = this.#scope;
    around.isChanged ||= isChanged || scope.isChanged;
    if (!isChanged) {
      around.sink.push(raw);
      return;
    }
    const write = scope.textKind === 'collapsed' ? writeCollapsed(scope.openTag ?? '') : writeXml;
    const written = fromHtml(paragraph, made, target, write);
    const closeTag = this.#xml.slice(start, end);
    // White space around a text without an element of its own stays.
    const space = scope.isImplicit ? (/\s*$/.exec(raw)?.[0] ?? '') : '';
    around.sink.push(
      (scope.isImplicit ? (/^\s*/.exec(raw)?.[0] ?? '') : '') +
        (scope.openTag ?? '') +
        paragraph.head +
        written +
        paragraph.tail +
        space +
        closeTag,
    );
  }

  /** What stands twice so that programs can choose is asked for once. */
  #ask(html: string): string {
    const choices = this.#choices.at(-1);
    const known = choices?.get(html);
    if (known !== undefined) return known;
    const target = this.#visit(html);
    choices?.set(html, target);
    return target;
  }

  /** Whether an inline element of XHTML holds blocks, so that it is none. */
  #isBlockHolder(tag: SaxesTagNS, role: Role, start: number): boolean {
    if (!isXhtml(tag) || tag.isSelfClosing || !isInline(role)) return false;
    this.#blockHolders ??= findBlockHolders(this.#xml);
    return this.#blockHolders.has(start);
  }
}

function isInline(role: Role): boolean {
  return role === 'pair' || role === 'link' || role === 'mark' || role === 'break';
}
