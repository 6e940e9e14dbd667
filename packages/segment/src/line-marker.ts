import { extendsGrapheme } from './characters.ts';
import { dateNames } from './date-names.ts';

/**
 * What may stand at the beginning of a line without being part of its sentence, and is therefore layout:
 *
 * - quote marks of e-mails (`> `, `>> `), headings of Markdown (`## `);
 * - bullets and dashes, emoji among them, when white space follows: `- `, `• `, `– `, `* [x] `;
 * - numbers: `1. `, `12) `, `(3) `, `1.2.3 `, letters and Roman numbers in parentheses `a) `, `(iv) `, and Roman numbers of two or
 *   more letters `II. `.
 *
 * Left in the sentence, because they may be part of it: `a. ` (z. B., d. h.), `A. ` and `I. ` (initials), `1.2 ` (a
 * number), `3. Oktober` and in German `3. ` before a small letter (an ordinal).
 */
const quoteMarks = String.raw`(?:>[ \t]?)*`;
const blank = String.raw`[ \t\u00a0]`;
const bullet = String.raw`(?:[\p{Pd}\p{So}*•‣⁃◦·∙+]\ufe0f?|#{1,6})${blank}+(?:\[[ xX]\]${blank}+)?`;
const bracketed = String.raw`(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})\)|\d{1,2}(?:\.\d{1,2}){2,}\.?)${blank}+`;
const dotted = String.raw`(?:\d{1,3}|[IVX]{2,5})\.${blank}+`;
const marker = new RegExp(
  String.raw`(?:${blank}*${quoteMarks})(?:${bullet})?(?:${bracketed}|(?<dotted>${dotted}))?(?=\S)`,
  'uy',
);
const smallLetter = /\p{Ll}/uy;
const word = /\p{L}+/uy;

/** Finds where the sentence begins in the line that starts at `start`, behind its indentation and marker. */
export type MarkerReader = (text: string, start: number, end: number) => number;

export function createMarkerReader(lang: string): MarkerReader {
  const isGerman = new Intl.Locale(lang).language === 'de';
  const months = new Set([...dateNames(lang, 'long'), ...dateNames(lang, 'short')]);

  const isOrdinal = (text: string, index: number): boolean => {
    smallLetter.lastIndex = index;
    if (isGerman && smallLetter.test(text)) return true;
    word.lastIndex = index;
    return months.has(word.exec(text)?.[0] ?? '');
  };

  return (text, start, end) => {
    marker.lastIndex = start;
    const found = marker.exec(text);
    if (!found) return start;
    const index = start + found[0].length;
    if (index >= end || extendsGrapheme(text, index)) return start;
    const number = found.groups?.dotted;
    return number && isOrdinal(text, index) ? index - number.length : index;
  };
}
