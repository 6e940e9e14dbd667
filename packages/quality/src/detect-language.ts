import { eld } from 'eld/extrasmall';
import { proseOf } from './inline.ts';
import { baseLanguage } from './language-marks.ts';

export interface Detected {
  /** The tag of `among` that fits best; `undefined` when the text has too few letters to tell. */
  readonly language: string | undefined;
  /** 0 to 1: the lead over the second best of all languages that the detector knows. */
  readonly confidence: number;
}

/** With fewer letters any answer is a guess. */
const fewestLetters = 4;
/** The detector reads no further either. */
const longestSample = 1000;

/**
 * The language of a text, best a paragraph, out of those that the caller can work with (BCP 47 tags). A text in another
 * language gets the nearest of them, with little confidence.
 *
 * The detector is Nito-ELD with its smallest table (n-grams, 60 languages, offline).
 */
export function detectLanguage(text: string, among: readonly string[]): Detected {
  const sample = proseOf(text.slice(0, 4 * longestSample)).slice(0, longestSample);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return undetermined;
  const scores = Object.entries(eld.detect(sample).getScores());
  const candidates = among.map((tag) => ({
    tag,
    score: scores.find(([language]) => language === baseLanguage(tag))?.[1] ?? 0,
  }));
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a), {
    tag: undefined as string | undefined,
    score: 0,
  });
  if (best.tag === undefined) return undetermined;
  const language = baseLanguage(best.tag);
  const rival = Math.max(0, ...scores.filter(([other]) => other !== language).map(([, score]) => score));
  return { language: best.tag, confidence: Math.max(0, (best.score - rival) / best.score) };
}

const undetermined: Detected = { language: undefined, confidence: 0 };
