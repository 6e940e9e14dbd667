import { sureLanguage } from './detect-language.ts';
import { baseLanguage } from './language-marks.ts';

/** The commonest small words of a language that none of the others here has. */
const functionWords: Readonly<Record<string, string>> = {
  de:
    'und der das nicht ist ein eine sich mit auf für dem von auch wird wie bei oder aber nach zum zur sie ich wir hat noch ' +
    'nur über kann sind werden einen einem einer im als wenn durch vor',
  en:
    'the and of to is that it for with be are this have from had by not were when we there your which their would these ' +
    'could been who its has you they',
  es: 'el los las por para y su más pero sus este porque esta está muy también del lo se',
  fr: 'les des et est une dans pour pas sur avec sont cette mais nous vous être aux leur du au ces qui',
  it: 'che è di per non sono della dei nel alla gli anche più questo delle dal nella il',
};

const languageOf: ReadonlyMap<string, string> = new Map(
  Object.entries(functionWords).flatMap(([language, words]) =>
    words.split(' ').map((word) => [word, language] as const),
  ),
);

/** How much of a paragraph's beginning is looked at before the rest. */
const beginning = 300;
/** So many small words of the main language, and twice as many as of each other, are enough. */
const tellingWords = 3;
/** So many, with none of another one between them, and the rest need not be read. */
const enoughWords = 6;

/**
 * The language (ISO 639-1) that a paragraph of a text is surely in, where that is not the text's main language (BCP 47);
 * `undefined` for the main language and in every doubt. Cheap where it is in the main language: then its first small words
 * tell so, in German, English, French, Italian and Spanish.
 */
export function foreignLanguage(paragraph: string, mainLang: string): string | undefined {
  const main = baseLanguage(mainLang);
  const start = paragraph.slice(0, beginning);
  if (hasSmallWordsOf(main, start)) return undefined;
  if (paragraph.length > beginning && sureLanguage(start) === main) return undefined;
  const language = sureLanguage(paragraph);
  return language === main ? undefined : language;
}

function hasSmallWordsOf(language: string, text: string): boolean {
  if (functionWords[language] === undefined) return false;
  let own = 0;
  const others = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const each = languageOf.get(word.toLowerCase());
    if (each === language) own += 1;
    else if (each !== undefined) others.set(each, (others.get(each) ?? 0) + 1);
    if (own >= enoughWords && others.size === 0) return true;
  }
  return own >= tellingWords && [...others.values()].every((count) => own >= 2 * count);
}
