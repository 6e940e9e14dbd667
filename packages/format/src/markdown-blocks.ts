import { parse, postprocess, preprocess } from 'micromark';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Span } from './part.ts';

/** Text that lies in the structure of Markdown, and HTML that stands between. */
export interface MarkdownBlock extends Span {
  readonly kind: 'text' | 'html';
}

/** Inline markup is read sentence by sentence later; without it, parsing is several times faster. */
const withoutInline = {
  disable: {
    null: [
      'attention',
      'autolink',
      'characterEscape',
      'characterReference',
      'codeText',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
    ],
  },
};
/** Their definitions; calls are inline. */
const { document: definitions } = gfmFootnote();
const footnotes = { document: definitions };
const textTokens = new Set<string>(['paragraph', 'atxHeadingText', 'setextHeadingText', 'tableContent']);
const containers = new Set<string>(['blockQuote', 'listOrdered', 'listUnordered', 'gfmFootnoteDefinition']);

/** Where the text of a piece of Markdown lies (paragraphs, headings, cells), and its HTML blocks. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  const extensions = [gfmTable(), footnotes, withoutInline];
  // A byte order mark is not counted.
  const origin = text.startsWith('\ufeff') ? 1 : 0;
  const chunks = preprocess()(text, undefined, true);
  const events = postprocess(parse({ extensions }).document().write(chunks));
  const blocks: MarkdownBlock[] = [];
  let depth = 0;
  for (const [step, token] of events) {
    if (containers.has(token.type)) depth += step === 'enter' ? 1 : -1;
    if (step === 'exit') continue;
    const span = { start: token.start.offset + origin, end: token.end.offset + origin };
    if (textTokens.has(token.type)) blocks.push({ kind: 'text', ...span });
    else if (token.type === 'htmlFlow' && depth === 0) blocks.push({ kind: 'html', ...span });
  }
  return blocks;
}
