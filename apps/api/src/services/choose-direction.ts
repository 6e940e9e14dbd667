import type { TranslationFormat } from '@unlimited/contract';
import { baseLanguage, mainLanguage, mainLanguageSample } from '@unlimited/quality';
import { ProblemError } from '../problem-error.ts';
import type { Direction, Directions } from './directions.ts';
import { readableText, textFormatOf } from './text-formats.ts';

type Pieces = AsyncIterable<string> | Iterable<string>;

/** How a text is going to be translated. */
export interface Choice {
  readonly direction: Direction;
  /** As it was asked for, or as it was found. */
  readonly sourceLang: string;
  readonly detected: boolean;
  /** For paragraphs in other languages, by source language; none where the source language was given. */
  readonly others: ReadonlyMap<string, Direction>;
  /** The text, from its first character on. */
  readonly pieces: Pieces;
}

/**
 * The direction for a text. With `auto`, its beginning is read for that: whatever the source still holds is read later.
 *
 * @throws ProblemError `language_pair_unavailable`; with `auto`, `text_empty` or `language_not_supported`; what the
 *   source throws.
 */
export async function chooseDirection(
  directions: Directions,
  { sourceLang, targetLang, format }: { sourceLang: string; targetLang: string; format: TranslationFormat },
  pieces: Pieces,
): Promise<Choice> {
  if (sourceLang !== 'auto') {
    const direction = directions.of({ sourceLang, targetLang });
    return { direction, sourceLang, detected: false, others: new Map(), pieces };
  }
  const into = directions.into(targetLang);
  if (into.length === 0) throw new ProblemError('language_pair_unavailable', directions.available());
  const { beginning, all } = await readBeginning(pieces);
  const direction = detect(into, targetLang, readableText(beginning, textFormatOf(format)));
  const others = new Map(into.map((each) => [baseLanguage(each.sourceLang), each]));
  return { direction, sourceLang: direction.sourceLang, detected: true, others, pieces: all };
}

function detect(into: readonly Direction[], targetLang: string, beginning: string): Direction {
  if (beginning.trim() === '') throw new ProblemError('text_empty');
  const sources = into.map(({ sourceLang }) => sourceLang);
  const { language, seen } = mainLanguage(beginning, [...sources, targetLang]);
  const found = into.find(({ sourceLang }) => sourceLang === language);
  if (found !== undefined) return found;
  if (language === targetLang) return unchanged(targetLang);
  const [only, ...others] = into;
  // A word that the detector does not know is in the one language that there is.
  const isMeant = seen === undefined && /\p{L}/u.test(beginning) && others.length === 0;
  if (only !== undefined && isMeant) return only;
  const what = seen === undefined ? 'It cannot be told.' : `It seems to be “${seen}”.`;
  const list = sources.join(', ');
  throw new ProblemError('language_not_supported', `${what} Available into ${targetLang}: ${list}.`);
}

/** For a text that is in the target language already: nothing of it is translated but paragraphs in other languages. */
function unchanged(targetLang: string): Direction {
  return { key: 'unchanged', sourceLang: targetLang, targetLang, via: undefined, steps: [] };
}

async function readBeginning(pieces: Pieces): Promise<{ beginning: string; all: Pieces }> {
  const source = iteratorOf(pieces);
  let beginning = '';
  let isLetter = false;
  while (!isLetter || beginning.length < mainLanguageSample) {
    const { value, done } = await source.next();
    if (done) break;
    isLetter ||= /\p{L}/u.test(value);
    // Blank space before the text is not a text to be looked at, but it is a part of it.
    beginning += value;
  }
  return { beginning: beginning.trimStart(), all: joined(beginning, source) };
}

async function* joined(
  beginning: string,
  rest: AsyncIterator<string> | Iterator<string>,
): AsyncGenerator<string> {
  yield beginning;
  try {
    for (;;) {
      const { value, done } = await rest.next();
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

function iteratorOf(pieces: Pieces): AsyncIterator<string> | Iterator<string> {
  return Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
}
