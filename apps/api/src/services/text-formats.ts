import type { TextFormat } from '@unlimited/contract';
import { createFormatReader, escapeText, inlinePieces } from '@unlimited/format';
import type { Markup } from '@unlimited/quality';

/** How each format is told in an upload and a download. */
export const mediaTypes = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  srt: 'application/x-subrip',
  vtt: 'text/vtt',
} as const satisfies Record<TextFormat, string>;

export const fileExtensions = {
  plain: 'txt',
  markdown: 'md',
  html: 'html',
  srt: 'srt',
  vtt: 'vtt',
} as const satisfies Record<TextFormat, string>;

const formats = Object.keys(mediaTypes) as TextFormat[];

/** The format of a body by its `content-type`; undefined if it is none of ours. */
export function formatOf(contentType = ''): TextFormat | undefined {
  const [mediaType = ''] = contentType.split(';', 1);
  return formats.find((format) => mediaTypes[format] === mediaType.trim().toLowerCase());
}

/** What is to be known of a format when its sentences are translated. */
export function markupOf(format: TextFormat): Markup | undefined {
  if (format === 'plain') return undefined;
  return {
    find: (text) => inlinePieces(text, format),
    escape: (text, sourcePlain) => escapeText(text, sourcePlain, format),
  };
}

/** What there is to read in a text, or all of it where that is nothing: enough to tell its language by. */
export function readableText(text: string, format: TextFormat): string {
  if (format === 'plain') return text;
  const reader = createFormatReader(format);
  const runs = [...reader.push(text), ...reader.end()].filter(({ kind }) => kind === 'run');
  return runs.length === 0 ? text : runs.map((run) => run.text).join('\n\n');
}
