/**
 * Sentences that are too long for the model are divided at the best place, never truncated. Every place has a rank (behind a
 * semicolon, colon or dash; a comma; before a conjunction; white space; between two graphemes), and a place of
 * a better rank wins even if it lies further from where the parts would be equal, within limits that keep them balanced.
 */
import { isInsideCharacter, skipLayout, trimLayoutEnd } from './characters.ts';
import { maxSourceLength, type Span } from './source-segment.ts';

export interface LengthLimit {
  readonly maxTokens?: number | undefined;
  readonly countTokens?: ((text: string) => number) | undefined;
}

/** Parts are planned for this share of the limit, so that a good place a little further off can be taken. */
const plannedFill = 0.8;
/** How far from the ideal place a cut may lie, as a share of a part's planned length, by rank. */
const reachByRank = [0.25, 0.25, 0.2, 0.5] as const;

/** What may begin a clause, in the languages that the sentence rules know. */
const conjunctions = [
  'und oder aber sondern denn weil dass daß wenn als obwohl während damit sodass wobei nachdem bevor',
  'and or but because that which who when while although if so',
  'et ou mais car parce que qui dont quand lorsque si puis',
  'e ed o ma perché che quando mentre se poi quindi',
  'y o u pero porque que cuando mientras aunque si',
];
const places: readonly RegExp[] = [
  /(?<=[;:—–]|\s-)\s+/gu,
  /(?<=[,，、])\s+/gu,
  new RegExp(String.raw`\s+(?=(?:${conjunctions.join(' ').replaceAll(' ', '|')})\s)`, 'giu'),
  /\s+/gu,
];

/**
 * Divides `text` within `span` into parts that fit. `countTokens` is asked only about parts whose normalised UTF-8 form has
 * more bytes than there may be tokens: a token stands for one byte at least, two more are allowed for the marks that
 * a tokenizer adds at either end. A part of one character that does not fit is left as it is.
 */
export function splitLong(text: string, span: Span, limit: LengthLimit): Span[] {
  const parts: Span[] = [];
  const open = [span];
  for (let part = open.pop(); part; part = open.pop()) {
    const count = partsNeeded(text.slice(part.start, part.end), limit);
    const cut = count > 1 ? findCut(text, part, count) : undefined;
    if (cut === undefined) {
      parts.push(part);
    } else {
      const second = skipLayout(text, cut, part.end);
      if (second < part.end) open.push({ start: second, end: part.end });
      open.push({ start: part.start, end: trimLayoutEnd(text, part.start, cut) });
    }
  }
  return parts;
}

/** Into how many parts a text must be divided at least; 1 if it fits. */
function partsNeeded(text: string, { maxTokens, countTokens }: LengthLimit): number {
  if (text.length > maxSourceLength) return Math.ceil(text.length / (maxSourceLength * plannedFill));
  if (maxTokens === undefined || countTokens === undefined) return 1;
  if (Buffer.byteLength(text.normalize('NFKC')) + 2 <= maxTokens) return 1;
  const tokens = countTokens(text);
  return tokens <= maxTokens ? 1 : Math.max(2, Math.ceil(tokens / (maxTokens * plannedFill)));
}

/** The best place to divide `part` so that both sides hold whole parts of about equal length. */
function findCut(text: string, part: Span, count: number): number | undefined {
  const planned = (part.end - part.start) / count;
  const ideal = part.start + planned * Math.floor(count / 2);
  for (const [rank, place] of places.entries()) {
    const reach = planned * (reachByRank[rank] ?? 0);
    const cut = nearestPlace(text, part, ideal, reach, place);
    if (cut !== undefined) return cut;
  }
  return graphemeBoundary(text, part, Math.round(ideal));
}

function nearestPlace(
  text: string,
  part: Span,
  ideal: number,
  reach: number,
  place: RegExp,
): number | undefined {
  const from = Math.max(part.start + 1, Math.floor(ideal - reach));
  const to = Math.min(part.end - 1, Math.ceil(ideal + reach));
  let best: number | undefined;
  for (const { index } of text.slice(from - 1, to).matchAll(place)) {
    const cut = from - 1 + index;
    if (cut <= part.start || skipLayout(text, cut, part.end) === cut) continue;
    if (best === undefined || Math.abs(cut - ideal) < Math.abs(best - ideal)) best = cut;
  }
  return best;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Graphemes longer than this (piled-up accents) are cut between characters. */
const maxGrapheme = 256;

function graphemeBoundary(text: string, part: Span, ideal: number): number | undefined {
  const middle = Math.min(ideal, part.end - 1);
  const from = Math.max(part.start, middle - maxGrapheme);
  const near = text.slice(from, Math.min(part.end, middle + maxGrapheme));
  const grapheme = graphemes.segment(near).containing(middle - from);
  const start = from + (grapheme?.index ?? 0);
  const end = start + (grapheme?.segment.length ?? 0);
  if (start > from) return start;
  if (from === part.start && end < from + near.length) return end;
  for (const index of [middle, middle + 1, middle - 1]) {
    if (index > part.start && index < part.end && !isInsideCharacter(text, index)) return index;
  }
  return undefined;
}
