import type { Segment, TextFormat } from '@unlimited/contract';

const tags = /<[^>]*>/g;

/**
 * Segments with what is shown between them. In HTML that is structure: between two sentences it begins a new
 * paragraph, and is not itself to be read. Elsewhere marks are part of the text.
 */
export function withShownGaps(segments: readonly Segment[], format: TextFormat): readonly Segment[] {
  if (format !== 'html') return segments;
  return segments.map((segment) => {
    if (!segment.gap.includes('<')) return segment;
    const left = segment.gap.replace(tags, '').trim();
    return { ...segment, gap: `\n\n${left}` };
  });
}
