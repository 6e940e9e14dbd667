/** Of a text and its translation, as BCP 47 tags. */
export interface Languages {
  readonly from: string;
  readonly to: string;
}

/**
 * A part of a document that says of what was in one language that it is in another, so that programs check its spelling,
 * divide its words and read it aloud as what it is. What is said to be in a third language stays so.
 */
export function withLanguage(xml: string, { from, to }: Languages): string {
  const source = baseOf(from);
  const { language, region = 'none' } = new Intl.Locale(to).maximize();
  const isSource = (tag: string) => baseOf(tag) === source;
  const whole = region === 'none' ? language : `${language}-${region}`;
  const inTag = (tag: string): string => {
    // `<w:lang w:val="de-CH"/>`, `<a:rPr lang="de-CH">`, `<html xml:lang="de">`
    const said = tag.replace(
      /((?:^<\w+:lang\b[^<>]*?\s\w+:val|\s(?:xml:)?lang)=")([\w-]+)(?=")/g,
      (all, before, lang) => (isSource(lang) ? `${before}${isXhtmlLang(tag, lang) ? to : whole}` : all),
    );
    // `<style:text-properties fo:language="de" fo:country="CH"/>`
    const spoken = /\sfo:language="([\w-]+)"/.exec(said)?.[1];
    if (spoken === undefined || !isSource(spoken)) return said;
    return said
      .replace(/(\sfo:language=")[^"]*/, `$1${language}`)
      .replace(/(\sfo:country=")[^"]*/, `$1${region}`);
  };
  return xml
    .replace(/<[A-Za-z][^<>]*?lang[^<>]*>/g, inTag)
    .replace(/(<dc:language\b[^<>]*>\s*)([\w-]+)(?=\s*<)/g, (all, before, lang) =>
      isSource(lang) ? `${before}${to}` : all,
    );
}

/** Books name a language alone where Office wants a region beside it. */
function isXhtmlLang(tag: string, lang: string): boolean {
  return !lang.includes('-') && !/^<\w+:lang\b/.test(tag);
}

function baseOf(tag: string): string {
  return (tag.split('-', 1)[0] ?? '').toLowerCase();
}
