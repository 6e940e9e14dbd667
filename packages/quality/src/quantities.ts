import type { Inline } from './inline.ts';
import { baseLanguage } from './language-marks.ts';
import { convertNumber } from './number-format.ts';

/** Units that are written alike in all our languages, longest first where one begins another. */
const units =
  'km\\/h|m\\/s|l\\/min|U\\/min|kWh|MWh|GWh|Wh|mAh|Ah|kW|MW|GW|mW|W|kV|mV|V|mA|A|kHz|MHz|GHz|Hz|km²|km2|m²|m2|cm²|cm2|m³|m3|cm³|' +
  'km|cm|mm|µm|nm|dm|m|kg|mg|µg|g|ml|cl|dl|hl|l|kbit|Mbit|Gbit|kBps|MBps|GB|MB|KB|kB|TB|PB|GiB|MiB|KiB|dB|dpi|px|pt|' +
  'kJ|MJ|kcal|cal|Nm|N|hPa|kPa|MPa|Pa|mbar|bar|ms|µs|ns|kPa|lm|lx|ppm|°C|°F|°|%|‰|€|\\$|£|EUR|CHF|USD|GBP|Fr\\.|sFr\\.';
const number = "\\d{1,40}(?:[.,'’\\u00a0\\u202f]\\d{1,40}){0,12}";

const quantityPattern = new RegExp(
  `(?<![\\p{L}\\d_.,:/-])(?<number>${number})(?:(?<space>[ \\u00a0\\u202f]?)(?<unit>${units})(?![\\p{L}\\d_²³/]))?(?![\\p{L}\\d_]|\\. \\p{L}|[.,:/-]\\d)`,
  'gu',
);

/**
 * Numbers that a small model garbles, as words that must survive: those with a unit sign (`5 kWh`, `3,5 %`) and those
 * that the target language writes otherwise (`1.234,5`). `text` is what it writes. With `all`, the plain ones too,
 * but never ordinals (`am 3. Mai`).
 */
export function findQuantities(
  text: string,
  { sourceLang, targetLang, all }: { sourceLang: string; targetLang: string; all: boolean },
): Inline[] {
  if (!/\d/.test(text)) return [];
  const found: Inline[] = [];
  for (const { index, 0: whole, groups = {} } of text.matchAll(quantityPattern)) {
    const { number: digits = '', space = '', unit } = groups;
    const converted = convertNumber(digits, sourceLang, targetLang);
    if (unit === undefined && converted === digits && !all) continue;
    const start = index;
    const written = unit === undefined ? converted : withUnit(converted, space, unit, targetLang);
    found.push({ kind: 'word', start, end: start + whole.length, text: written });
  }
  return found;
}

/** English has no space before a per cent sign, and currency signs in front. */
function withUnit(digits: string, space: string, unit: string, targetLang: string): string {
  if (baseLanguage(targetLang) !== 'en') return digits + space + unit;
  if (/^[€$£]$/.test(unit)) return unit + digits;
  return /^[%‰]$/.test(unit) ? digits + unit : digits + space + unit;
}

const unitWords: readonly (readonly [RegExp, RegExp])[] = [
  [/\d[ \u00a0\u202f]?%/, /%|per ?cent|pct|prozent/i],
  [/\d[ \u00a0\u202f]?€/, /€|eur/i],
  [/\d[ \u00a0\u202f]?\$/, /\$|dollar|usd/i],
  [/\d[ \u00a0\u202f]?(?:kWh|Wh|MWh)(?!\p{L})/u, /wh|watt/i],
  [
    /\d[ \u00a0\u202f]?(?:k[mg]|[cmµn]m|m[gl]|[GMKT]B|[kMG]?Hz|°C)(?!\p{L})/u,
    /\d[ \u00a0\u202f]?[\p{L}°]|\d-\p{L}|met|inch|gram|hertz|byte|mile/iu,
  ],
];

/** Whether numbers of the source had a unit sign and those of the target have neither the sign nor its word. */
export function isUnitLost(sourceText: string, targetText: string): boolean {
  return unitWords.some(([sign, said]) => sign.test(sourceText) && !said.test(targetText));
}
