import { type Markup, type MarkupPiece, writtenPiece } from './markup.ts';

/**
 * A piece of text that must come out of a translation as it went in, or of a format's markup (see `MarkupPiece`).
 *
 * - `word` stands in the sentence like a noun: an address, a placeholder, a file name, code.
 * - `mark` stands beside the words: an emoji, an HTML tag.
 * - `conjunction` is `&` or `&amp;` between words, read as "and".
 */
export interface Inline {
  readonly kind: 'conjunction' | MarkupPiece['kind'];
  readonly start: number;
  readonly end: number;
  /** What it is in the target text; of `text` and `space`, what the model reads. */
  readonly text: string;
  /** Of `open` and `close`. */
  readonly name?: string;
}

/** A format and what became of the texts within its markup. */
export interface MarkupOptions {
  readonly markup?: Markup | undefined;
  /** Target texts of texts within markup, by source text. */
  readonly values?: ReadonlyMap<string, string> | undefined;
}

// Each alternative is bounded in length or cannot start inside a run that it has failed on: linear in the text.
const fileExtension =
  '(?:html?|css|[jt]sx?|mjs|json|ya?ml|toml|xml|csv|tsv|txt|md|pdf|docx?|xlsx?|pptx?|odt|ods|zip|t?gz|tar|exe|dll|msi|iso|jar|' +
  'png|jpe?g|gif|svg|mp[34]|wav|avi|py|rb|rs|go|java|cs|cpp|php|sql|sh|ps1|bat|ini|conf|cfg|log|srt|vtt)';
const topLevel = '(?:com|org|net|edu|gov|info|io|dev|app|de|ch|at|li|eu|uk|fr|it|es)';
const htmlName =
  '(?:a|abbr|b|big|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|' +
  'small|span|strike|strong|sub|sup|table|t[dhr]|tbody|thead|tt|u|ul|var|wbr)';

const words = [
  /`{1,3}[^`]{1,400}`{1,3}/,
  /(?<![A-Za-z])(?:https?|ftps?|file|mailto|tel):(?:\/\/)?[^\s<>"'`|]{1,4000}/,
  /(?<![\w.@-])www\.[^\s<>"'`|]{1,4000}/,
  /(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,6}\p{L}{2,24}/u,
  /\{\{[^{}\n]{1,100}\}\}/,
  /\$\{[^{}\n]{1,100}\}/,
  /#?\{[\w.$:#-]{0,60}\}/,
  /%\d{1,2}\$[-+0# ]?\d{0,3}(?:\.\d{1,2})?[a-zA-Z@]/,
  /%\(\w{1,40}\)[sdif]/,
  /(?<![\d%])%(?:[-+0#]?\d{0,3}(?:\.\d{1,2})?l{0,2}[sdifuxX@])(?![\p{L}\d])/u,
  /(?<![\w%])%\w{2,40}%/,
  /\[\[[^[\]\n]{1,100}\]\]/,
  /(?<![\p{L}\d_&])#(?=[\d_]{0,20}\p{L})[\p{L}\d_]{1,100}/u,
  /(?<![\p{L}\d_.@])@\w[\w.-]{0,60}/u,
  /(?<![\w\\])(?:[A-Za-z]:|\\)\\[^\s"<>|*?]{1,300}/,
  /(?<![\p{L}\d_/.~])(?:~|\.{1,2})\/[\w.@+/-]{1,300}/u,
  /(?<![\p{L}\d_/.~-])\/[\w.@+-]{1,100}\/[\w.@+/-]{0,300}/u,
  new RegExp(`(?<![\\w.@/-])(?:[a-z\\d-]{1,63}\\.){1,5}${topLevel}(?![\\w-])(?:/[^\\s<>"'\`|]{0,4000})?`),
  new RegExp(`(?<![\\p{L}\\d_.-])[\\w.-]{1,100}\\.${fileExtension}(?![\\p{L}\\d_])`, 'u'),
  /&(?!(?:[AOUaou]uml|szlig|eacute|egrave|agrave|ccedil|ntilde|nbsp);)(?:[A-Za-z]{2,31}|#\d{1,7}|#x[\dA-Fa-f]{1,6});/,
  /(?<![\p{L}\d.,_+])(?=\+?(?:[ /()-]{0,2}\d){7})(?!\d{1,3}(?: \d{3}){1,9}(?!\d)|\d{1,4}[/-]\d{1,2}[/-]\d{1,4}(?!\d))\+?\d{1,4}(?:[ /-]\(?\d{2,7}\)?){2,8}(?![\p{L}\d_])/u,
  /(?<![\p{L}\d.,_])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![\p{L}\d_])/u,
  /(?<![\p{L}\d.,_])\d{9,40}(?![\p{L}\d_]|[.,]\d)/u,
];
const tag = `</?${htmlName}(?:\\s[^<>]{0,400})?/?>|<!--[^<>]{0,400}-->`;
const angle = /<\/?[\p{L}_][^<>\n]{0,60}>/u;
const emoji =
  /(?:\p{RI}{2}|[#*\d]\ufe0f?\u20e3|\p{Extended_Pictographic}(?:[\ufe0f\u{1f3fb}-\u{1f3ff}]|\u200d\p{Extended_Pictographic}){0,8})/u;
const conjunction = /(?<=[\p{L}\d."] )&(?:amp;)?(?= [\p{L}\d"])/u;

const inlinePattern = new RegExp(
  `(?<conjunction>${conjunction.source})|(?<mark>(?i:${tag})|${emoji.source})|${[...words, angle].map((word) => word.source).join('|')}`,
  'gu',
);

/** Something that each alternative of `inlinePattern` has to hold: most sentences have none of it, which is found out sooner. */
const inlineHint =
  /[\u20e3&<`@{%#\\/~\p{RI}\p{Extended_Pictographic}]|:\S|www\.|\.[a-z]|\[\[|[A-Z]{2}\d\d|(?:\d[ /()-]{0,2}){6}\d/u;

/** Punctuation that ends the sentence rather than the address before it. */
const trailing = /[.,;:!?'"*_~…]$/;
const isWordCharacter = /[\p{L}\p{M}\d_]/u;

/** Everything in the text that must survive, in order, without overlaps. Takes time linear in the text. */
export function findInline(text: string, { markup, values }: MarkupOptions = {}): Inline[] {
  if (markup === undefined) return findPlainInline(text);
  const found: Inline[] = [];
  let position = 0;
  const addPlain = (end: number) => {
    for (const inline of findPlainInline(text.slice(position, end))) {
      found.push({ ...inline, start: inline.start + position, end: inline.end + position });
    }
  };
  for (const piece of markup.find(text)) {
    addPlain(piece.start);
    found.push(toMarkupInline(text, piece, values));
    position = piece.end;
  }
  addPlain(text.length);
  return mergeTouching(text, found);
}

function toMarkupInline(
  text: string,
  piece: MarkupPiece,
  values: ReadonlyMap<string, string> | undefined,
): Inline {
  const { kind, start, end, name, plain } = piece;
  const isRead = kind === 'text' || kind === 'space';
  const written = isRead ? plain : writtenPiece(text, piece, (value) => values?.get(value) ?? value);
  return { kind, start, end, text: written, name };
}

function findPlainInline(text: string): Inline[] {
  if (!inlineHint.test(text)) return [];
  const found: Inline[] = [];
  for (const match of text.matchAll(inlinePattern)) {
    const inline = toInline(text, match, found.at(-1)?.end ?? 0);
    if (inline !== undefined) found.push(inline);
  }
  return mergeTouching(text, found);
}

function toInline(text: string, match: RegExpExecArray, from: number): Inline | undefined {
  let { index: start } = match;
  let end = start + match[0].length;
  if (end <= from) return undefined;
  start = Math.max(start, from);
  if (match.groups?.conjunction !== undefined) return { kind: 'conjunction', start, end, text: match[0] };
  const isMark = match.groups?.mark !== undefined;
  if (!isMark && /^(?:[a-z]{3,6}:|www\.|[/~.@\\]|[a-z]:\\)|\//i.test(match[0]))
    end = withoutTrailing(text, start, end);
  if (isMark && !/^[©®™‼⁉ℹ↔-↪]$/u.test(match[0])) {
    const inWord = isWordCharacter.test(text[start - 1] ?? '') && isWordCharacter.test(text[end] ?? '');
    if (!inWord) return { kind: 'mark', start, end, text: text.slice(start, end) };
  } else if (isMark) {
    return undefined;
  }
  while (start > from && isWordCharacter.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && isWordCharacter.test(text[end] ?? '')) end += 1;
  return { kind: 'word', start, end, text: text.slice(start, end) };
}

/** The end of an address without the punctuation of its sentence; a closing bracket belongs to it if it was opened in it. */
function withoutTrailing(text: string, start: number, initialEnd: number): number {
  let end = initialEnd;
  const address = text.slice(start, end);
  let open = 0;
  for (const character of address) open += character === '(' ? 1 : character === ')' ? -1 : 0;
  for (; end - start > 1; end -= 1) {
    const last = text.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (last === ']' || last === '}' ? address.includes(last === ']' ? '[' : '{') : !trailing.test(last))
      break;
  }
  return end;
}

/** The text without its inline things, which are in no language and which `lost_inline` watches. */
export function proseOf(text: string, options: MarkupOptions = {}): string {
  return proseBeside(text, findInline(text, options));
}

/** The same, where the inline things are known. */
export function proseBeside(text: string, inline: readonly Inline[]): string {
  let prose = '';
  let position = 0;
  for (const { kind, start, end, text: plain } of inline) {
    prose += text.slice(position, start) + (kind === 'text' ? plain : isTight(kind) ? '' : ' ');
    position = end;
  }
  return prose + text.slice(position);
}

/** Halves of pairs may stand within a word. */
function isTight(kind: Inline['kind']): boolean {
  return kind === 'open' || kind === 'close';
}

/** Words that touch each other, such as `{a}{b}`, are one: two stand-ins in a row would be one number. */
function mergeTouching(text: string, found: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of found) {
    const last = merged.at(-1);
    if (last?.kind === 'word' && inline.kind === 'word' && last.end === inline.start) {
      const { start } = last;
      merged[merged.length - 1] = {
        kind: 'word',
        start,
        end: inline.end,
        text: text.slice(start, inline.end),
      };
    } else merged.push(inline);
  }
  return merged;
}
