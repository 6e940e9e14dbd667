interface NumberMarks {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, NumberMarks>();

/** Decimal and group marks of a language, as CLDR has them. Kept, because asking takes 50 µs. */
function numberMarks(lang: string): NumberMarks {
  const marks = known.get(lang) ?? readNumberMarks(lang);
  known.set(lang, marks);
  return marks;
}

function readNumberMarks(lang: string): NumberMarks {
  const parts = new Intl.NumberFormat(supported(lang), { useGrouping: true }).formatToParts(1234567.8);
  const find = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return { decimal: find('decimal'), group: find('group') };
}

function supported(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

const notation = /^\d+(?:(?<group>[.,'’\u00a0\u202f])\d{3}(?:\k<group>\d{3})*)?(?:(?<decimal>[.,])\d+)?$/;

/**
 * A number in the notation of the target language: `1.234,56` → `1,234.56`. A number that could be something else
 * (a date, a version, a time) or that is written the other way stays as it is.
 */
export function convertNumber(number: string, sourceLang: string, targetLang: string): string {
  const source = numberMarks(sourceLang);
  const target = numberMarks(targetLang);
  const match = notation.exec(number);
  if (match === null || source.decimal === target.decimal) return number;
  const { group, decimal } = readMarks(match.groups, source);
  const isSwiss = group !== undefined && !/[.,]/.test(group);
  if ((decimal ?? source.decimal) !== source.decimal && !isSwiss) return number;
  if (group !== undefined && (group === decimal || group === source.decimal)) return number;
  const [whole = '', fraction] = decimal === undefined ? [number] : number.split(decimal);
  const digits = group === undefined ? whole : whole.replaceAll(group, target.group);
  return fraction === undefined ? digits : `${digits}${target.decimal}${fraction}`;
}

/** `3,500` has a decimal mark in German, though it looks like a group. */
function readMarks(
  { group, decimal }: Partial<Record<string, string>> = {},
  source: { decimal: string },
): { group: string | undefined; decimal: string | undefined } {
  return group === source.decimal && decimal === undefined
    ? { group: undefined, decimal: group }
    : { group, decimal };
}
