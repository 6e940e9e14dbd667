import type { Format } from './format.ts';

/**
 * Text that a model wrote, fit to stand in its format: what is special there and was not written as a character in the source is
 * escaped, so that `<` never becomes a tag. `sourcePlain` is the source text without its markup, which tells what may stand bare:
 * where a quotation mark does not, it may be the value of an attribute.
 */
export function escapeText(text: string, sourcePlain: string, format: Format): string {
  switch (format) {
    case 'plain':
      return text;
    case 'html':
      return escapeQuotes(escapeHtml(text), sourcePlain);
    case 'vtt':
      return escapeHtml(text);
    case 'srt':
      return text.replaceAll('-->', '→').replace(/<(?=[/A-Za-z])/g, '‹');
    case 'markdown':
      return escapeMarkdown(text, sourcePlain);
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeQuotes(text: string, sourcePlain: string): string {
  const double = sourcePlain.includes('"') ? text : text.replaceAll('"', '&quot;');
  return sourcePlain.includes("'") ? double : double.replaceAll("'", '’');
}

function escapeMarkdown(text: string, sourcePlain: string): string {
  return text
    .replace(/[\\`*_[\]<|]/g, (character, index: number) => {
      const isInWord = character === '_' && /\w_\w/.test(text.slice(index - 1, index + 2));
      return isInWord || sourcePlain.includes(character) ? character : `\\${character}`;
    })
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/^(?:(\d{1,9})([.)])|([#+>=-]))(?=\s|$)/, (found, digits, mark, sign) => {
      if (sourcePlain.trimStart().startsWith(found)) return found;
      return sign === undefined ? `${digits}\\${mark}` : `\\${sign}`;
    });
}
