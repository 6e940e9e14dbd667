/** Parts shorter than this many characters are not worth a translation of their own. */
const shortest = 24;

const boundary = /(?<=[.!?…;:]["”’“»)]{0,2})\s+|(?<=,)\s+(?=\p{L})|\s+(?=[–—(])/gu;

/**
 * The text cut where a sentence, clause or insertion ends, into parts that are not too short and keep their spaces:
 * concatenated they are the text. No cut goes through any of the `pieces`.
 */
export function clausesOf(
  text: string,
  pieces: readonly { readonly start: number; readonly end: number }[] = [],
): string[] {
  const parts: string[] = [];
  let start = 0;
  let next = 0;
  for (const match of text.matchAll(boundary)) {
    const end = match.index + match[0].length;
    while ((pieces[next]?.end ?? Number.POSITIVE_INFINITY) <= end) next += 1;
    if ((pieces[next]?.start ?? end) < end) continue;
    if (match.index - start < shortest || text.length - end < shortest) continue;
    parts.push(text.slice(start, end));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}
