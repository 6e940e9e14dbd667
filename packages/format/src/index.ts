import type { Format } from './format.ts';
import { htmlPieces } from './html-inline.ts';
import { HtmlReader } from './html-reader.ts';
import { markdownPieces } from './markdown-inline.ts';
import { MarkdownReader } from './markdown-reader.ts';
import type { FormatReader, Piece } from './part.ts';
import { subtitlePieces } from './subtitle-inline.ts';
import { SubtitleReader } from './subtitle-reader.ts';

export { escapeText } from './escape.ts';
export type { Format } from './format.ts';
export type { FormatReader, Part, Piece, Span } from './part.ts';
export { shapeOf } from './shape.ts';

/** Separates what is to be translated from what is not, in a text that arrives in pieces. */
export function createFormatReader(format: Exclude<Format, 'plain'>): FormatReader {
  switch (format) {
    case 'markdown':
      return new MarkdownReader();
    case 'html':
      return new HtmlReader();
    case 'srt':
    case 'vtt':
      return new SubtitleReader(format);
  }
}

/** The markup in a sentence of a text, in order, without overlaps. */
export function inlinePieces(text: string, format: Format): Piece[] {
  switch (format) {
    case 'plain':
      return [];
    case 'markdown':
      return markdownPieces(text);
    case 'html':
      return htmlPieces(text);
    case 'srt':
    case 'vtt':
      return subtitlePieces(text, format);
  }
}
