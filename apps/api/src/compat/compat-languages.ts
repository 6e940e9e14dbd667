import type { CompatLanguageList } from '@unlimited/contract';
import type { Direction, Directions } from '../services/directions.ts';
import { CompatRefusal } from './compat-error.ts';

export interface CompatLanguage {
  readonly code: string;
  /** In English. */
  readonly name: string;
}

/** Codes that name the same, in both directions. */
const aliases: Readonly<Record<string, string>> = { zh: 'zh-hans', zt: 'zh-hant', pb: 'pt-br' };

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** The languages that are translated from or to, by code. */
export function compatLanguages(directions: Directions): CompatLanguage[] {
  const codes = new Set(directions.all.flatMap(({ sourceLang, targetLang }) => [sourceLang, targetLang]));
  return [...codes].sort().map((code) => ({ code, name: names.of(code) ?? code }));
}

/** With the targets of each: what it is translated to, and itself, which is no work at all. */
export function compatLanguageList(directions: Directions): CompatLanguageList {
  const languages = compatLanguages(directions);
  return languages.map((source) => {
    const targets = languages.filter(
      (target) => target.code === source.code || between(directions, source, target) !== undefined,
    );
    return { ...source, targets: targets.map(({ code }) => code) };
  });
}

/** The language of a code. @throws CompatRefusal when nothing is translated from or to it. */
export function compatLanguage(directions: Directions, code: string): CompatLanguage {
  const languages = compatLanguages(directions);
  const wanted = canonical(code);
  const found =
    languages.find((language) => canonical(language.code) === wanted) ??
    languages.find((language) => canonical(language.code) === wanted.split('-', 1)[0]);
  if (found === undefined) throw new CompatRefusal(400, `${code} is not supported`);
  return found;
}

/** From one language to another; `undefined` where they are the same. @throws CompatRefusal when there is no way. */
export function compatDirection(
  directions: Directions,
  source: CompatLanguage,
  target: CompatLanguage,
): Direction | undefined {
  if (source.code === target.code) return undefined;
  const direction = between(directions, source, target);
  if (direction !== undefined) return direction;
  const from = `${source.name} (${source.code})`;
  const message = `${target.name} (${target.code}) is not available as a target language from ${from}`;
  throw new CompatRefusal(400, message);
}

function between(directions: Directions, source: CompatLanguage, target: CompatLanguage) {
  return directions.find({ sourceLang: source.code, targetLang: target.code });
}

function canonical(code: string): string {
  const lower = code.toLowerCase();
  return aliases[lower] ?? lower;
}
