import type { Inline } from './inline.ts';
import { conjunctionOf, wordPattern } from './language-marks.ts';
import { matchPairs } from './match-pairs.ts';
import { normaliseCharacters } from './normalise-characters.ts';
import type { Conjunction, Mark, Pair, Plan, PrepareOptions, StandIn } from './plan.ts';
import { standInTokens } from './stand-in-tokens.ts';

type Replaced = Pick<
  Plan,
  'standIns' | 'marks' | 'pairs' | 'wordCount' | 'conjunctions' | 'conjunctionCount'
> & {
  readonly text: string;
  /** Whether anything is left that a model could translate. */
  readonly hasLetters: boolean;
};

/** A mark as it is met, before the words around it are known. */
interface Taken extends Pick<Inline, 'kind' | 'name' | 'text'> {
  readonly gap: string;
  readonly offset: number;
}

/** The sentence with stand-ins for `inline`, whose positions count from `origin` before it; the rest is normalised. */
export function replaceInline(
  sentence: string,
  origin: number,
  inline: readonly Inline[],
  { sourceLang, standIns: kind = 'number' }: PrepareOptions,
): Replaced {
  const conjunction = conjunctionOf(sourceLang);
  const tokens = standInTokens(kind, sentence);
  const standIns: StandIn[] = [];
  const taken: Taken[] = [];
  const joined: { text: string; offset: number }[] = [];
  let text = '';
  let hasLetters = false;
  let position = 0;
  const addPlain = (end: number) => {
    const plain = normaliseCharacters(sentence.slice(position, end));
    hasLetters ||= /\p{L}/u.test(plain);
    text += plain;
  };
  for (const piece of inline) {
    addPlain(piece.start - origin);
    position = piece.end - origin;
    if (piece.kind === 'text') {
      const plain = normaliseCharacters(piece.text);
      hasLetters ||= /\p{L}/u.test(plain);
      text += plain;
    } else if (piece.kind === 'space') {
      text += ' ';
    } else if (piece.kind === 'mark') {
      const gap = isSpaceSpare(sentence, position) ? trailingSpace(text) : '';
      text = text.slice(0, text.length - gap.length);
      taken.push({ ...piece, gap, offset: text.length });
    } else if (piece.kind === 'open' || piece.kind === 'close') {
      taken.push({ ...piece, gap: '', offset: text.length });
    } else if (piece.kind === 'break') {
      taken.push({ ...piece, gap: '', offset: text.length });
      text += ' ';
    } else if (piece.kind === 'conjunction') {
      joined.push({ text: piece.text, offset: text.length });
      text += conjunction ?? '&';
    } else {
      const token = tokens.next().value;
      standIns.push({ token, text: piece.text });
      text += token;
    }
  }
  addPlain(sentence.length);
  return {
    text,
    hasLetters,
    standIns,
    ...placeMarks(text, taken),
    ...countConjunctions(text, joined, conjunction),
  };
}

/** Whether the space before a mark would be one too many without it: more space follows, or punctuation. */
function isSpaceSpare(sentence: string, end: number): boolean {
  return /^(?:\s|[.,;:!?)\]]|$)/.test(sentence.slice(end, end + 1));
}

function trailingSpace(text: string): string {
  return /(?<!\s)\s{0,100}$/.exec(text.slice(-100))?.[0] ?? '';
}

/** Says where each mark stands in terms of words, which survive a translation better than offsets. */
function placeMarks(text: string, taken: readonly Taken[]): Pick<Plan, 'marks' | 'pairs' | 'wordCount'> {
  if (taken.length === 0) return { marks: [], pairs: [], wordCount: 0 };
  const words: Word[] = Array.from(text.matchAll(/\S+/g), ({ index, 0: word }) => ({ start: index, word }));
  let k = 0;
  const marks = taken.map((mark): Mark => {
    while (k + 1 < words.length && (words[k + 1]?.start ?? 0) <= mark.offset) k += 1;
    return toMark(mark, words, k);
  });
  return { marks, pairs: pairsOf(taken, words), wordCount: words.length };
}

interface Word {
  readonly start: number;
  readonly word: string;
}

/** A mark in or behind word `k`, or before the first. */
function toMark({ kind, text, gap, offset }: Taken, words: readonly Word[], k: number): Mark {
  const { start, word } = words[k] ?? { start: 0, word: '' };
  if (kind === 'open' && offset >= start + word.length) {
    const wordIndex = Math.min(k + 1, words.length - 1);
    return { text, gap, wordIndex, side: 'before', punctuation: '', anchor: '', role: 'open' };
  }
  const role = kind === 'open' || kind === 'close' || kind === 'break' ? { role: kind } : {};
  const head = word.slice(0, Math.max(0, offset - start));
  const tail = word.slice(head.length);
  const leads = tail !== '' && !/[\p{L}\p{M}\d]/u.test(head);
  const anchor = tail === '' ? (/[^\p{L}\p{M}\d]$/u.exec(head)?.[0] ?? '') : '';
  if (kind !== 'close' && (leads || kind === 'open')) {
    return { text, gap, wordIndex: k, side: 'before', punctuation: leads ? head : '', anchor: '', ...role };
  }
  const isOutside = !/[\p{L}\p{M}\d]/u.test(tail);
  return { text, gap, wordIndex: k, side: 'after', punctuation: isOutside ? tail : '', anchor, ...role };
}

/** The pairs whose both halves are in the sentence, and the words that they are around, even in part. */
function pairsOf(taken: readonly Taken[], words: readonly Word[]): Pair[] {
  const pairs: Pair[] = [];
  const partners = matchPairs(taken);
  let next = 0;
  for (const [open, { kind, offset }] of taken.entries()) {
    const close = partners.get(open);
    if (kind !== 'open' || close === undefined) continue;
    while (next < words.length && wordEnd(words[next]) <= offset) next += 1;
    const end = taken[close]?.offset ?? offset;
    let last = next - 1;
    while (last + 1 < words.length && (words[last + 1]?.start ?? end) < end) last += 1;
    pairs.push({ open, close, first: next, last });
  }
  return pairs;
}

function wordEnd(word: Word | undefined): number {
  return word === undefined ? 0 : word.start + word.word.length;
}

function countConjunctions(
  text: string,
  joined: readonly { text: string; offset: number }[],
  word: string | undefined,
): Pick<Plan, 'conjunctions' | 'conjunctionCount'> {
  if (word === undefined || joined.length === 0) return { conjunctions: [], conjunctionCount: 0 };
  const offsets = Array.from(text.matchAll(wordPattern(word)), ({ index }) => index);
  const order = new Map(offsets.map((offset, nth) => [offset, nth]));
  const conjunctions: Conjunction[] = joined.map(({ text, offset }) => ({
    text,
    nth: order.get(offset) ?? -1,
  }));
  return { conjunctions, conjunctionCount: offsets.length };
}
