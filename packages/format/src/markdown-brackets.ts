/** For each `[` of a text that has one, where its `]` is. Those in code and behind a backslash do not count. */
export function matchBrackets(text: string): Map<number, number> {
  const pairs = new Map<number, number>();
  if (!text.includes('[')) return pairs;
  const open: number[] = [];
  for (const { index, 0: found } of text.matchAll(/\\[\\[\]]|`[^`\n]{0,400}`|[[\]]/g)) {
    if (found === '[') open.push(index);
    else if (found === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, index);
    }
  }
  return pairs;
}
