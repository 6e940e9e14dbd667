import { abbreviationsOf, suppressionsOf } from './abbreviations.ts';

/** A full stop at `mark` in `text`, the word before it, and the word at `end` after it. */
export interface FullStop {
  readonly text: string;
  readonly word: string;
  readonly mark: number;
  readonly end: number;
  readonly next: string;
  /** Whether `next` is a word that begins sentences. */
  readonly startsNew: boolean;
}

/** Whether a full stop ends its sentence. */
export type FullStopRule = (fullStop: FullStop) => boolean;

/** `J`, `J.-P`, `i.d.R`, and the doubled letters of Spanish plurals: `EE. UU`. */
const initials = /^\p{L}$|^\p{L}{1,4}(?:\.-?\p{L}{1,4})+$|^(\p{Lu})\1$/u;
const withoutVowel = /^[bcdfghjklmnpqrstvwxzßçñ]+$/iu;
/** `Hauptstr`, `Hausnr` */
const germanTail = /(?:str|nr)$/;
const humming = /^[hm]+$/i;
const capitals = /^\p{Lu}{2,}/u;
const number = /^(?:\p{N}|[IVXLC]+$)/u;
const ordinal = /^(?:\d{1,3}|\d{1,2}\.\d{1,2}|[IVX]+)$/;

export function createFullStopRule(language: string): FullStopRule {
  const abbreviations = abbreviationsOf(language);
  const interrupted = interruptedAbbreviations(language);

  return ({ text, word, mark, end, next, startsNew }) => {
    const kind = abbreviations.get(word);
    const titleKind = kind ?? abbreviations.get(toTitle(word));
    if (titleKind === 'open') return false;
    if (titleKind === 'numbered') return startsNew || !number.test(next);
    if (startsNew) return true;
    if (kind === 'mayEnd' || initials.test(word)) return false;
    if (withoutVowel.test(word) && !capitals.test(word) && !humming.test(word)) return false;
    if (language === 'de' && (ordinal.test(word) || germanTail.test(word))) return false;
    return !interrupted.some(
      ({ head, rest }) => text.startsWith(rest, end) && endsWithWords(text, mark, head),
    );
  };
}

/** Titles and references are written in all ways: `Sig`, `sig`, `SIG`. */
function toTitle(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** What stands before and after each full stop within abbreviations of several words, as the first in `av. J.-C.`. */
function interruptedAbbreviations(language: string): { head: string; rest: string }[] {
  return suppressionsOf(language).flatMap((phrase) =>
    [...phrase.matchAll(/\. /g)].map(({ index }) => ({
      head: phrase.slice(0, index),
      rest: phrase.slice(index + 2),
    })),
  );
}

function endsWithWords(text: string, end: number, words: string): boolean {
  return text.endsWith(words, end) && !/[\p{L}\p{N}]/u.test(text.charAt(end - words.length - 1));
}
