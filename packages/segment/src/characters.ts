/**
 * Layout is what may stand around a sentence without belonging to it: white space, control characters, zero-width
 * spaces, direction marks. Zero-width joiners are no layout; they belong to the character before them.
 */
export function isLayout(code: number): boolean {
  if (code <= 0x20) return true;
  if (code < 0x7f) return false;
  return isControl(code) || isWideSpace(code);
}

/** The characters with Grapheme_Cluster_Break=Control that occur in texts: nothing ever combines with them. */
function isControl(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0x200b ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff
  );
}

function isWideSpace(code: number): boolean {
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

const graphemeExtend = /[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]/uy;

/** Whether the character at `index` combines with the one before it, so that no cut may go between. */
export function extendsGrapheme(text: string, index: number): boolean {
  if (text.charCodeAt(index) < 0x300) return false;
  graphemeExtend.lastIndex = index;
  return graphemeExtend.test(text);
}

/** The first index from `start` on that is not layout; a space that carries a combining mark is none. */
export function skipLayout(text: string, start: number, end: number): number {
  let index = start;
  while (index < end && isLayout(text.charCodeAt(index))) index++;
  const stepBack = index > start && index < end && !isControl(text.charCodeAt(index - 1));
  return stepBack && extendsGrapheme(text, index) ? index - 1 : index;
}

/** The end of `text` between `start` and `end` without the layout at its end. */
export function trimLayoutEnd(text: string, start: number, end: number): number {
  let index = end;
  while (index > start && isLayout(text.charCodeAt(index - 1))) index--;
  return index;
}

/** Whether a cut at `index` would separate a surrogate pair or a CR LF. */
export function isInsideCharacter(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1);
  const after = text.charCodeAt(index);
  if (before === 0x0d) return after === 0x0a;
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
