import type { Segment, TranslationFormat } from '@unlimited/contract';
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

/** The same of all segments; texts are left as they are. */
export async function* readablePages(
  pages: AsyncIterable<readonly Segment[]>,
  format: TranslationFormat,
): AsyncGenerator<readonly Segment[]> {
  for await (const segments of pages) yield isDocument(format) ? segments.map(readable) : segments;
}

function withShownGap(segment: Segment): Segment {
  if (!segment.gap.includes('<')) return segment;
  const left = segment.gap.replace(tags, '').trim();
  return { ...segment, gap: `\n\n${left}` };
}

function readable(segment: Segment): Segment {
  const { sourceText, targetText, gap } = withShownGap(segment);
  return {
    ...segment,
    sourceText: withoutTags(sourceText),
    targetText: targetText === null ? null : withoutTags(targetText),
    gap,
  };
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };

function withoutTags(text: string): string {
  return text.replace(tags, '').replace(/&(lt|gt|quot|amp);/g, (_, name: string) => characters[name] ?? '');
}
