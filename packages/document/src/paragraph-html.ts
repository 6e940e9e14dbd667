import { decodeHTML } from 'entities';
import type { Item, Paragraph } from './paragraph.ts';

/** What an id in the HTML of a paragraph stands for. */
type Entry =
  | { readonly kind: 'pair'; readonly pair: number }
  | { readonly kind: 'format'; readonly format: number }
  | { readonly kind: 'break'; readonly raw: string | undefined };

/** A paragraph as HTML of inline elements that are known by their ids, and what is behind these. */
export interface ParagraphHtml {
  readonly html: string;
  readonly entries: ReadonlyMap<number, Entry>;
  /** What stands in the text, in order. */
  readonly marks: readonly string[];
  /** The look of what is in a pair, and, at `-1`, outside of all, where no element says another. */
  readonly usualFormats: ReadonlyMap<number, number>;
}

/**
 * The text of a paragraph as HTML: looks that differ from the usual one, links and other wrappers are elements with an id,
 * `<img id>` is what stays as it is, `<br id>` a break. The same paragraph always makes the same HTML.
 */
export function toHtml({ items, pairs, formats }: Paragraph): ParagraphHtml {
  const usualFormats = findUsualFormats(items);
  const entries = new Map<number, Entry>();
  const formatIds = new Map<number, number>();
  const marks: string[] = [];
  const open: number[] = [];
  const pairIds = new Map<number, number>();
  let nextId = 1;
  let html = '';
  const enter = (entry: Entry): number => {
    entries.set(nextId, entry);
    return nextId++;
  };
  for (const item of items) {
    if (item.kind === 'text') {
      const text = escapeText(item.text);
      if (item.format === usualFormats.get(open.at(-1) ?? -1)) {
        html += text;
      } else {
        const { format } = item;
        const id = formatIds.get(format) ?? enter({ kind: 'format', format });
        formatIds.set(format, id);
        const tag = formats[format]?.tag ?? 'span';
        html += `<${tag} id="${id}">${text}</${tag}>`;
      }
    } else if (item.kind === 'mark') {
      marks.push(item.raw);
      html += `<img id="${nextId++}">`;
    } else if (item.kind === 'break') {
      html += `<br id="${enter({ kind: 'break', raw: item.raw })}">`;
    } else if (item.kind === 'open') {
      const { tag, isProtected } = pairs[item.pair] ?? { tag: 'span', isProtected: false };
      const id = enter({ kind: 'pair', pair: item.pair });
      pairIds.set(item.pair, id);
      open.push(item.pair);
      html += `<${tag} id="${id}"${isProtected ? ' translate="no"' : ''}>`;
    } else {
      open.pop();
      html += `</${pairs[item.pair]?.tag ?? 'span'}>`;
    }
  }
  return { html, entries, marks, usualFormats };
}

/** The look that most characters have, of the paragraph outside of its pairs, and of each pair. */
function findUsualFormats(items: readonly Item[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  const open = [-1];
  for (const item of items) {
    if (item.kind === 'open') open.push(item.pair);
    else if (item.kind === 'close') open.pop();
    else if (item.kind === 'text') {
      const pair = open.at(-1) ?? -1;
      const count = counts.get(pair) ?? new Map<number, number>();
      counts.set(pair, count.set(item.format, (count.get(item.format) ?? 0) + item.text.trim().length));
    }
  }
  return new Map(
    Array.from(counts, ([pair, count]) => {
      const [[format] = [0]] = [...count].sort(([, a], [, b]) => b - a);
      return [pair, format];
    }),
  );
}

const token = /<(?<close>\/?)(?<tag>[a-z][a-z\d]*)\b(?<attributes>[^<>]*)>/gi;

/**
 * Writes a paragraph anew with the text of `html`, which is what {@link toHtml} made, translated: tags may be missing, come
 * twice or be others. What stays as it is keeps its order and is never lost.
 */
export function fromHtml(
  paragraph: Paragraph,
  { entries, marks, usualFormats }: ParagraphHtml,
  html: string,
  write: (text: string) => string,
): string {
  const writer = new ParagraphWriter(paragraph, usualFormats, write);
  const leftMarks = [...marks];
  const used = new Set<number>();
  const hasPair = Array.from(html.matchAll(token)).some(({ groups = {} }) => {
    const isOpening = groups.close === '' && !/^(?:img|br)$/i.test(groups.tag ?? '');
    return isOpening && entryOf(entries, groups.attributes)?.kind === 'pair';
  });
  // A link that was lost goes around all of it.
  if (!hasPair && paragraph.pairs.length > 0) writer.open('lost', { kind: 'pair', pair: 0 });
  let position = 0;
  for (const { index, 0: written, groups = {} } of html.matchAll(token)) {
    writer.text(decodeHTML(html.slice(position, index)));
    position = index + written.length;
    const tag = (groups.tag ?? '').toLowerCase();
    const id = idOf(groups.attributes);
    const entry = entryOf(entries, groups.attributes);
    if (tag === 'img') {
      const mark = leftMarks.shift();
      if (mark !== undefined) writer.raw(mark);
    } else if (tag === 'br') {
      if (entry?.kind !== 'break' || !used.has(id)) writer.lineBreak(entry);
      if (entry?.kind === 'break') used.add(id);
    } else if (groups.close !== '') {
      writer.close(tag);
    } else {
      const isSpent = entry?.kind === 'pair' && used.has(id);
      used.add(id);
      writer.open(tag, isSpent ? undefined : entry);
    }
  }
  writer.text(decodeHTML(html.slice(position)));
  writer.closeAll();
  for (const mark of leftMarks) writer.raw(mark);
  return writer.written;
}

function idOf(attributes = ''): number {
  return Number(/\bid="(\d{1,9})"/.exec(attributes)?.[1] ?? 0);
}

function entryOf(entries: ReadonlyMap<number, Entry>, attributes: string | undefined): Entry | undefined {
  return entries.get(idOf(attributes));
}

/** Puts text, looks, pairs and marks together so that elements are always within each other. */
class ParagraphWriter {
  readonly #paragraph: Paragraph;
  readonly #usualFormats: ReadonlyMap<number, number>;
  readonly #write: (text: string) => string;
  readonly #open: { tag: string; entry: Entry | undefined }[] = [];
  #written = '';
  #pending = { text: '', format: 0 };

  constructor(
    paragraph: Paragraph,
    usualFormats: ReadonlyMap<number, number>,
    write: (text: string) => string,
  ) {
    this.#paragraph = paragraph;
    this.#usualFormats = usualFormats;
    this.#write = write;
  }

  get written(): string {
    this.#flush();
    return this.#written;
  }

  text(text: string): void {
    const format = this.#format();
    if (format !== this.#pending.format) this.#flush();
    this.#pending = { text: this.#pending.text + text, format };
  }

  raw(raw: string): void {
    this.#flush();
    this.#written += raw;
  }

  lineBreak(entry: Entry | undefined): void {
    const raw = entry?.kind === 'break' ? entry.raw : undefined;
    if (raw === undefined) this.text('\n');
    else this.raw(raw);
  }

  open(tag: string, entry: Entry | undefined): void {
    if (entry?.kind === 'pair') this.raw(this.#paragraph.pairs[entry.pair]?.open ?? '');
    this.#open.push({ tag, entry });
  }

  close(tag: string): void {
    const at = this.#open.findLastIndex((each) => each.tag === tag);
    if (at >= 0) this.#closeDownTo(at);
  }

  closeAll(): void {
    this.#closeDownTo(0);
  }

  #closeDownTo(at: number): void {
    while (this.#open.length > at) {
      const entry = this.#open.pop()?.entry;
      if (entry?.kind !== 'pair') continue;
      this.raw(this.#paragraph.pairs[entry.pair]?.close ?? '');
    }
  }

  #format(): number {
    for (let i = this.#open.length - 1; i >= 0; i -= 1) {
      const entry = this.#open[i]?.entry;
      if (entry?.kind === 'format') return entry.format;
      if (entry?.kind === 'pair') return this.#usualFormats.get(entry.pair) ?? this.#outside();
    }
    return this.#outside();
  }

  /** Where all text of a paragraph is in links, theirs is the usual look. */
  #outside(): number {
    return this.#usualFormats.get(-1) ?? 0;
  }

  #flush(): void {
    const { text, format } = this.#pending;
    this.#pending = { text: '', format };
    if (text === '') return;
    const { before, after } = this.#paragraph.formats[format] ?? { before: '', after: '' };
    this.#written += before + this.#write(text) + after;
  }
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
