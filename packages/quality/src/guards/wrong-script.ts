const letters: Readonly<Record<string, RegExp>> = {
  Latn: /[\p{sc=Latn}]/gu,
  Cyrl: /[\p{sc=Cyrl}]/gu,
  Grek: /[\p{sc=Grek}]/gu,
  Arab: /[\p{sc=Arab}]/gu,
  Hebr: /[\p{sc=Hebr}]/gu,
  Hans: /[\p{sc=Han}]/gu,
  Hant: /[\p{sc=Han}]/gu,
  Jpan: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu,
  Kore: /[\p{sc=Hang}\p{sc=Han}]/gu,
};

const foreignToLatin = /[\p{L}--\p{sc=Zyyy}--\p{sc=Latn}]/v;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Whether a fifth of the target text's letters, and a larger share than in the source, are not of its script. */
export function isWrongScript(sourceText: string, targetText: string, targetLang: string): boolean {
  const name = scriptOf(targetLang);
  const script = letters[name];
  if (script === undefined || (name === 'Latn' && !foreignToLatin.test(targetText))) return false;
  return foreignShare(targetText, script) > Math.max(0.2, foreignShare(sourceText, script) + 0.05);
}

function foreignShare(text: string, script: RegExp): number {
  const all = count(text, /[\p{L}--\p{sc=Zyyy}]/gv);
  return all === 0 ? 0 : 1 - count(text, script) / all;
}

const scripts = new Map<string, string>();

/** Kept, because asking takes 10 µs. */
function scriptOf(lang: string): string {
  const script = scripts.get(lang) ?? likelyScript(lang);
  scripts.set(lang, script);
  return script;
}

function likelyScript(lang: string): string {
  try {
    return new Intl.Locale(lang).maximize().script ?? '';
  } catch {
    return '';
  }
}
