import type { Segment, TranslationFormat } from '@unlimited/contract';
import { documentText } from './document-html.ts';
import { isDocument } from './document-types.ts';

const tags = /<[^>]*>/g;

/**
 * Segments with what is shown between them. In HTML that is structure: between two sentences it begins a new
 * paragraph, and is not itself to be read. In a document, whose marks nobody wrote, sentences are shown without them.
 * Elsewhere marks are part of the text.
 */
export function withShownGaps(segments: readonly Segment[], format: TranslationFormat): readonly Segment[] {
  if (isDocument(format)) return segments.map(readable);
  if (format !== 'html') return segments;
  return segments.map(withShownGap);
}

/** A sentence as it is read; of a document without its marks. */
export function readableText(text: string, format: TranslationFormat): string {
  return isDocument(format) ? documentText(text) : text;
}

/** The same of all segments. */
export async function* readablePages(
  pages: AsyncIterable<readonly Segment[]>,
  format: TranslationFormat,
): AsyncGenerator<readonly Segment[]> {
  for await (const segments of pages) yield isDocument(format) ? segments.map(readable) : segments;
}

function withShownGap(segment: Segment): Segment {
  if (!segment.gap.includes('<')) return segment;
  const left = segment.gap.replace(tags, '').trim();
  const isBeginning = segment.index === 0 && segment.sourceText === '';
  return { ...segment, gap: isBeginning ? left : `\n\n${left}` };
}

function readable(segment: Segment): Segment {
  const { sourceText, targetText, gap } = withShownGap(segment);
  return {
    ...segment,
    sourceText: documentText(sourceText),
    targetText: targetText === null ? null : documentText(targetText),
    gap,
  };
}
