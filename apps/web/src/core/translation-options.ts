import type { GlossaryEntry, LineBreaks, TextFormat, TranslationFormat } from '@unlimited/contract';
import { isDocument } from './document-types.ts';

/** What kind of text it is: how its marks are told from its words. */
export const textFormats = ['plain', 'markdown', 'html', 'srt', 'vtt'] as const satisfies TextFormat[];

/** How a text is to be translated, apart from its languages. */
export interface TranslationOptions {
  readonly format: TextFormat;
  /** Of plain text: whether a line break may stand within a sentence, or ends it. */
  readonly lineBreaks: LineBreaks;
  readonly glossary: readonly GlossaryEntry[];
}

const endings = new Map<string, TextFormat>([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
  ['srt', 'srt'],
  ['vtt', 'vtt'],
]);

/** The format that the name of a file speaks of. */
export function formatOfName(name: string): TextFormat {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return endings.get(ending) ?? 'plain';
}

const extensions: Readonly<Record<TextFormat, string>> = {
  plain: 'txt',
  markdown: 'md',
  html: 'html',
  srt: 'srt',
  vtt: 'vtt',
};

/** How the name of a file of a format ends. */
export const extensionOf = (format: TranslationFormat): string =>
  isDocument(format) ? format : extensions[format];

/** The source language that asks the service to find it. */
export const anyLanguage = 'auto';
