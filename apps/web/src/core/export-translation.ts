import type { Segment, Translation } from '@unlimited/contract';

type Languages = Pick<Translation, 'sourceLang' | 'targetLang'>;
type Pages = AsyncIterable<readonly Segment[]>;

/** The translated text as far as it is there; of an unfinished sentence, only the layout. */
export async function toTargetText(pages: Pages): Promise<Blob> {
  return collect(pages, 'text/plain;charset=utf-8', ({ targetText, gap }) => (targetText ?? '') + gap);
}

/** A TMX 1.4 file for translation tools. Segments without letters or translation are left out. */
export function toTmx(pages: Pages, { sourceLang, targetLang }: Languages): Promise<Blob> {
  const head = `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="Unlimited Translation" creationtoolversion="1" segtype="sentence" o-tmf="unlimited" adminlang="en" srclang="${escapeXml(sourceLang)}" datatype="plaintext"/>
<body>
`;
  const unit = ({ sourceText, targetText, origin }: Segment) =>
    targetText === null || origin === 'copy' || sourceText === ''
      ? ''
      : `<tu><tuv xml:lang="${escapeXml(sourceLang)}"><seg>${escapeXml(sourceText)}</seg></tuv>` +
        `<tuv xml:lang="${escapeXml(targetLang)}"><seg>${escapeXml(targetText)}</seg></tuv></tu>\n`;
  return collect(pages, 'application/x-tmx+xml', unit, head, '</body>\n</tmx>\n');
}

/** A page with both texts side by side, sentence by sentence, that needs nothing else to be read or printed. */
export function toBilingualHtml(
  pages: Pages,
  { sourceLang, targetLang }: Languages,
  title: string,
): Promise<Blob> {
  const head = `<!doctype html>
<html lang="${escapeXml(targetLang)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeXml(title)}</title>
<style>
:root { color-scheme: light dark; font: 1.0625rem/1.6 Georgia, serif; }
body { max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
td { padding: .35rem 1rem .35rem 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: anywhere; }
tr.gap td { height: 1rem; }
</style>
<table>
`;
  const row = ({ sourceText, targetText, gap }: Segment) => {
    const pair =
      sourceText === ''
        ? ''
        : `<tr><td lang="${escapeXml(sourceLang)}" dir="auto">${escapeXml(sourceText)}</td>` +
          `<td lang="${escapeXml(targetLang)}" dir="auto">${escapeXml(targetText ?? '')}</td></tr>\n`;
    return /\n[^\n]*\n/.test(gap) ? `${pair}<tr class="gap"><td></td><td></td></tr>\n` : pair;
  };
  return collect(pages, 'text/html;charset=utf-8', row, head, '</table>\n</html>\n');
}

/**
 * A file name for a result: that of the source, or its title, with the language in it; `extension` is `null` where
 * the ending of the source is the right one.
 */
export function exportName(sourceName: string | null, lang: string, extension: string | null): string {
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]+)?$/.exec(sourceName ?? '') ?? [];
  return `${stem || 'translation'}.${lang}.${extension ?? (ending.slice(1) || 'txt')}`;
}

async function collect(
  pages: Pages,
  type: string,
  write: (segment: Segment) => string,
  head = '',
  tail = '',
): Promise<Blob> {
  const parts = [head];
  for await (const segments of pages) parts.push(segments.map(write).join(''));
  return new Blob([...parts, tail], { type });
}

/** Characters that XML cannot hold at all become the replacement character. */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}
