import { detectLanguage, likelyLanguages, sureLanguage } from './detect-language.ts';
import { baseLanguage } from './language-marks.ts';

export interface MainLanguage {
  /** The tag of `among` that the text is mostly in; `undefined` when it is in another language or cannot be told. */
  readonly language: string | undefined;
  /** What it seems to be in, whether or not it is among them (ISO 639-1); `undefined` when that cannot be told. */
  readonly seen: string | undefined;
}

/** How much of the beginning is looked at, in UTF-16 code units. */
export const mainLanguageSample = 16_384;
const pieceLength = 1000;
/** From so many characters on, a text may turn out to be in none of the languages though it is not surely in another. */
const tellingLength = 60;
/** A language that is not asked for must be this much of the text before the text is said to be in none that is. */
const foreignShare = 0.5;

/**
 * The language that the beginning of a text is mostly in, out of those that the caller can work with (BCP 47 tags). It is
 * looked at piece by piece, so that a title page, a licence or a quotation in another language does not decide.
 */
export function mainLanguage(text: string, among: readonly string[]): MainLanguage {
  const pieces = piecesOf(text.slice(0, mainLanguageSample));
  const lengths = new Map<string, number>();
  let total = 0;
  for (const piece of pieces) {
    const language = sureLanguage(piece);
    if (language === undefined) continue;
    total += piece.length;
    lengths.set(language, (lengths.get(language) ?? 0) + piece.length);
  }
  if (total === 0) return ofShortText(text, among);
  const [[seen, length] = ['', 0]] = [...lengths].sort(([, a], [, b]) => b - a);
  const fitting = among
    .map((tag) => ({ tag, length: lengths.get(baseLanguage(tag)) ?? 0 }))
    .reduce((a, b) => (b.length > a.length ? b : a), { tag: undefined as string | undefined, length: 0 });
  const isForeign = length / total >= foreignShare && !among.some((tag) => baseLanguage(tag) === seen);
  return { language: isForeign ? undefined : fitting.tag, seen };
}

/** A word or a line: whichever of the languages fits best, for it is meant to be in one of them, unless it is long enough to tell. */
function ofShortText(text: string, among: readonly string[]): MainLanguage {
  const { language } = detectLanguage(text, among);
  const likely = likelyLanguages(text);
  const [seen] = likely;
  const isAmong = (tag: string) => among.some((each) => baseLanguage(each) === tag);
  const own = likely.find((each) => isAmong(each.language))?.confidence ?? 0;
  const isForeign = text.length >= tellingLength && seen !== undefined && own < seen.confidence / 10;
  return { language: isForeign ? undefined : language, seen: seen?.language };
}

/** Pieces that end where a line or a word does, none longer than a paragraph need be. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    const limit = Math.min(text.length, start + pieceLength);
    const paragraphEnd = text.indexOf('\n\n', start);
    const end = paragraphEnd > start && paragraphEnd < limit ? paragraphEnd + 2 : wordEnd(text, start, limit);
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function wordEnd(text: string, start: number, limit: number): number {
  if (limit === text.length) return limit;
  const space = text.lastIndexOf(' ', limit);
  return space > start ? space : limit;
}
