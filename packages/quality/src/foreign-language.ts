import { sureLanguage } from './detect-language.ts';
import { baseLanguage } from './language-marks.ts';

/** The commonest small words of a language that none of the others here has. */
const functionWords: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordsOf(
    'und der das nicht ist ein eine sich mit auf für dem von auch wird wie bei oder aber nach zum zur sie ich wir hat noch ' +
      'nur über kann sind werden einen einem einer im als wenn durch vor',
  ),
  en: wordsOf(
    'the and of to is that it for with be are this have from had by not were when we there your which their would these ' +
      'could been who its has you they',
  ),
  es: wordsOf('el los las por para y su más pero sus este porque esta está muy también del lo se'),
  fr: wordsOf(
    'les des et est une dans pour pas sur avec sont cette mais nous vous être aux leur du au ces qui',
  ),
  it: wordsOf('che è di per non sono della dei nel alla gli anche più questo delle dal nella il'),
};

/** How much of a paragraph's beginning is looked at before the rest. */
const beginning = 300;
/** So many small words of the main language, and twice as many as of each other, are enough. */
const tellingWords = 3;

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
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    for (const [each, words] of Object.entries(functionWords)) {
      if (words.has(word)) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
  }
  const own = counts.get(language) ?? 0;
  const others = [...counts].filter(([each]) => each !== language).map(([, count]) => count);
  return own >= tellingWords && others.every((count) => own >= 2 * count);
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
