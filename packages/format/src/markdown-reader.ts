import { HtmlReader } from './html-reader.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import { type MarkdownChunk, MarkdownChunks } from './markdown-chunks.ts';
import { markdownPieces } from './markdown-inline.ts';
import type { FormatReader, Part } from './part.ts';
import { PartList } from './part-list.ts';
import { Run } from './run.ts';

/** The box of a task, the kind of an alert: what stands before the words of a paragraph. */
const leading = /^(?:\[[ xX]\][ \t]+|\[![A-Za-z]{1,20}\][ \t]*(?:(?:\r\n|\n|\r)[ \t>]*|$))/;

/**
 * Markdown (CommonMark, tables, task lists, footnotes, front matter). A run is a paragraph, a heading or a cell; HTML blocks are
 * read as HTML.
 */
export class MarkdownReader implements FormatReader {
  readonly #chunks = new MarkdownChunks();

  push(piece: string): Part[] {
    return this.#chunks.push(piece).flatMap(read);
  }

  end(): Part[] {
    return this.#chunks.end().flatMap(read);
  }
}

function read({ text, isVerbatim }: MarkdownChunk): Part[] {
  if (isVerbatim) return [{ kind: 'layout', text }];
  const done: Part[] = [];
  const parts = new PartList();
  const run = new Run(parts);
  let position = 0;
  for (const { kind, start, end } of markdownBlocks(text)) {
    if (start < position) continue;
    parts.layout(text.slice(position, start));
    const block = text.slice(start, end);
    if (kind === 'html') {
      const html = new HtmlReader();
      done.push(...parts.take(), ...html.push(block), ...html.end());
    } else {
      const [before = ''] = leading.exec(block) ?? [];
      parts.layout(before);
      const body = block.slice(before.length);
      run.add(body, markdownPieces(body));
      run.end();
    }
    position = end;
  }
  parts.layout(text.slice(position));
  return done.concat(parts.take());
}
