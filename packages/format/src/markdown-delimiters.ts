/**
 * Whether a run of `*`, `_` or `~` can open or close an emphasis (the flanking rules of CommonMark); `either` between letters;
 * undefined if it is only characters.
 */
export function delimiterKind(
  text: string,
  start: number,
  end: number,
): 'open' | 'close' | 'either' | undefined {
  const run = text.slice(start, end);
  if (run.startsWith('~') && run.length !== 2) return undefined;
  if (run.length > 3) return undefined;
  const before = characterBefore(text, start);
  const after = text.slice(end, end + 2);
  const isLeft = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const isRight = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  const isWordLike = run.startsWith('_');
  const opens = isLeft && (!isWordLike || !isRight || isPunctuation(before));
  const closes = isRight && (!isWordLike || !isLeft || isPunctuation(after));
  if (opens && closes) return 'either';
  if (opens) return 'open';
  return closes ? 'close' : undefined;
}

function characterBefore(text: string, index: number): string {
  const pair = text.slice(Math.max(0, index - 2), index);
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : text.slice(Math.max(0, index - 1), index);
}

const isSpace = (character: string) => character === '' || /^\s/u.test(character);
const isPunctuation = (character: string) => /^[\p{P}\p{S}]/u.test(character);
