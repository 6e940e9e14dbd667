import { compoundNumber, leadingNumber, monthNumbers, numberWords } from '../number-words.ts';
import { isUnitLost } from '../quantities.ts';
import type { TextWords } from '../words.ts';

const numberPattern = /\d{1,100}(?:[.,:/'’\u00a0\u202f-]\d{1,100}){0,20}/g;

const clockWords = new Set(
  'halb viertel dreiviertel half quarter past noon midnight mittag mitternacht'.split(' '),
);

interface Reading {
  /** Values that the numbers may have, under both uses of dot and comma. */
  readonly values: ReadonlySet<string>;
  /** The runs of digits in them, without leading zeros: parts of dates, times, versions. */
  readonly parts: ReadonlySet<string>;
  /** Values said by words, names of months included. */
  readonly words: ReadonlySet<number>;
  /** Whether there is a number word that is not read in full, such as `dreiundzwanzig`. */
  readonly hasCompound: boolean;
  /** Whether a clock time may be said in words: `halb drei`, `quarter past two`. */
  readonly hasClockWord: boolean;
}

/**
 * Whether a number is lost, changed or made up. Notation may change (`1.234,56` and `1,234.56`), as may dates
 * (`24.12.` and `December 24`), clock times (`18.30` and `6:30 pm`) and numbers that one side says in words. A unit sign may become a
 * word, but not vanish.
 */
export function areNumbersChanged(source: TextWords, target: TextWords): boolean {
  if (!/\d/.test(source.text) && !/\d/.test(target.text)) return false;
  if (isUnitLost(source.text, target.text)) return true;
  const [sourceNumbers, targetNumbers] = [writtenNumbers(source.text), writtenNumbers(target.text)];
  const unlike = [without(sourceNumbers, targetNumbers), without(targetNumbers, sourceNumbers)] as const;
  if (unlike.every((numbers) => numbers.length === 0)) return false;
  const [inSource, inTarget] = [read(sourceNumbers, source.words), read(targetNumbers, target.words)];
  return (
    unlike[0].some((number) => !isSaid(number, inTarget)) ||
    unlike[1].some((number) => !isSaid(number, inSource))
  );
}

function writtenNumbers(text: string): string[] {
  const plain = text
    .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
    .replace(/(?<=\d{1,3})[ \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return plain.match(numberPattern) ?? [];
}

function without(numbers: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others);
  return numbers.filter((number) => !known.has(number));
}

function read(written: readonly string[], words: readonly string[]): Reading {
  const said = words
    .flatMap((word) => word.split('-'))
    .flatMap((word) => [numberWords.get(word), monthNumbers.get(word), leadingNumber(word)]);
  return {
    values: new Set(written.flatMap(valuesOf)),
    parts: new Set(written.flatMap(partsOf)),
    words: new Set(said.filter((value) => value !== undefined)),
    hasCompound: words.some((word) => compoundNumber.test(word)),
    hasClockWord: words.some((word) => clockWords.has(word)),
  };
}

function isSaid(number: string, other: Reading): boolean {
  if (valuesOf(number).some((value) => other.values.has(value) || other.words.has(Number(value))))
    return true;
  if (other.hasCompound) return true;
  const parts = partsOf(number);
  if (other.hasClockWord && /^\d{1,2}[.:]\d{2}$/.test(number)) return true;
  if (parts.length === 1) return other.parts.has(parts[0] ?? '') || isHourOf(parts[0] ?? '', other);
  const isDecimal = parts.length === 2 && /[.,]/.test(number) && !/^\d{1,2}\.\d{2}$/.test(number);
  if (isDecimal) return false;
  return parts.every(
    (part) => part === '0' || other.parts.has(part) || other.words.has(Number(part)) || isHourOf(part, other),
  );
}

/** `18` for `6 pm`, and the other way round. */
function isHourOf(part: string, { parts, words }: Reading): boolean {
  const hour = Number(part);
  const twin = hour > 12 ? hour - 12 : hour + 12;
  if (hour > 24) return false;
  return parts.has(String(twin)) || words.has(twin) || (hour === 0 && parts.has('12'));
}

/** The value with dots as group marks and with commas as group marks, as far as either is possible. */
function valuesOf(number: string): string[] {
  const values = [
    [/[.'’\u00a0\u202f]/g, ','],
    [/[,'’\u00a0\u202f]/g, '.'],
  ].flatMap(([group, decimal]) => parseWith(number, group as RegExp, decimal as string));
  return values.length === 0 ? [number] : values;
}

function parseWith(number: string, group: RegExp, decimal: string): string[] {
  const [whole = '', fraction = '', ...rest] = number.split(decimal);
  if (rest.length > 0 || /\D/.test(fraction)) return [];
  const groups = whole.split(group);
  if (groups.some((digits, i) => /\D/.test(digits) || (i > 0 && digits.length !== 3))) return [];
  const trimmed = fraction.replace(/0{1,100}$/, '');
  const digits = withoutZeros(groups.join(''));
  return [trimmed === '' ? digits : `${digits}.${trimmed}`];
}

function partsOf(number: string): string[] {
  return (number.match(/\d+/g) ?? []).map(withoutZeros);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
