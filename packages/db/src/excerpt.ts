/** UTF-16 code units. */
const MAX_LENGTH = 200;

/**
 * Goes on with the first 200 characters of a text on one line: each run of white space and control characters is
 * one space. A space at the end is kept until the text is complete, for what follows may begin with a word.
 */
export function extendExcerpt(
  excerpt: string,
  segments: Iterable<{ sourceText: string; gap: string }>,
): string {
  let line = excerpt;
  for (const { sourceText, gap } of segments) {
    if (line.length >= MAX_LENGTH) break;
    // Nothing beyond this can reach the excerpt, unless white space comes first; then the next segment goes on.
    for (const piece of [sourceText, gap]) line += piece.slice(0, 16 * MAX_LENGTH);
    line = line.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').replace(/^ /, '');
    line = withinLength(line);
  }
  return line.toWellFormed();
}

/** Segments of a document's text, which is HTML that nobody wrote, as one reads them. */
export function readableSegments(
  segments: Iterable<{ sourceText: string; gap: string }>,
): { sourceText: string; gap: string }[] {
  return Array.from(segments, ({ sourceText, gap }) => ({
    sourceText: withoutTags(sourceText),
    gap: withoutTags(gap),
  }));
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

function withoutTags(html: string): string {
  return html
    .replace(/<\/?(?:p|br)\b[^<>]*>/g, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(lt|gt|amp);/g, (_, name: string) => characters[name] ?? '');
}

function withinLength(line: string): string {
  if (line.length <= MAX_LENGTH) return line;
  const cutsPair = /[\uD800-\uDBFF]/.test(line.charAt(MAX_LENGTH - 1));
  return line.slice(0, cutsPair ? MAX_LENGTH - 1 : MAX_LENGTH);
}
