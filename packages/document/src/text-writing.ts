import type { SaxesTagNS } from 'saxes';
import type { TextFormat } from './paragraph.ts';

/** Text that stands in its paragraph without an element of its own. */
export const plainFormat: TextFormat = { before: '', after: '', tag: 'span' };

/** How a run is written. */
export interface Run {
  /** Name of its element; none in a cell whose text has one look. */
  readonly element: string | undefined;
  /** Its look, as it is written. */
  readonly props: string;
  /** Name of the element of its text, if there is one yet. */
  readonly text: string | undefined;
  /** Of DrawingML, which keeps all space and has no attribute for that. */
  readonly isDrawing: boolean;
}

interface RunFormat {
  readonly format: TextFormat;
  readonly key: string;
}

/** A document has few looks and many runs. */
const formats = new Map<string, RunFormat>();
const mostFormats = 1000;

/** The look of a run's text, and what tells it from others: the language and what a spelling checker has found are no look. */
export function formatOfRun(run: Run): RunFormat {
  const name = `${run.element} ${run.text} ${run.isDrawing} ${run.props}`;
  let known = formats.get(name);
  if (known === undefined) {
    if (formats.size >= mostFormats) formats.clear();
    known = readFormat(run);
    formats.set(name, known);
  }
  return known;
}

function readFormat({ element, props, text, isDrawing }: Run): RunFormat {
  const [prefix] = /^(?:\w+:)?/.exec(element ?? '') as RegExpExecArray;
  const textElement = text ?? `${prefix}t`;
  const keep = isDrawing ? '' : ' xml:space="preserve"';
  const open = element === undefined ? '' : `<${element}>${props}`;
  const close = element === undefined ? '' : `</${element}>`;
  const format = {
    before: `${open}<${textElement}${keep}>`,
    after: `</${textElement}>${close}`,
    tag: tagOfLook(props),
  };
  return { format, key: normalised(props) };
}

/** Properties as far as they change how text looks. */
function normalised(props: string): string {
  return props
    .replace(/<\w+:(?:lang|noProof)\b[^>]*\/>/g, '')
    .replace(/\s(?:lang|altLang|dirty|err|smtClean|noProof|bmk|smtId)="[^"]*"/g, '')
    .replace(/<(\w+:rPr)\s*>\s*<\/\1>/g, '')
    .replace(/<\w+:rPr\s*\/>/g, '');
}

/** The element of HTML that says most of a look. */
function tagOfLook(props: string): string {
  const has = (name: string) =>
    new RegExp(`<(?:\\w+:)?${name}(?:\\s+(?:\\w+:)?val="(?:1|true|on)")?\\s*/>|\\s${name}="(?:1|true)"`).test(
      props,
    );
  if (/hlinkClick/.test(props)) return 'a';
  if (has('b')) return 'b';
  if (has('i')) return 'i';
  if (/<(?:\w+:)?u(?:\s[^>]*)?\/>|\su="(?!none)/.test(props)) return 'u';
  if (/val="superscript"|baseline="[1-9]/.test(props)) return 'sup';
  if (/val="subscript"|baseline="-/.test(props)) return 'sub';
  return 'span';
}

const pairTags = new Set(
  'abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The element of HTML by which a wrapper is known. */
export function pairTag({ local, uri }: SaxesTagNS): string {
  return uri.endsWith('/xhtml') && pairTags.has(local) ? local : 'span';
}

/** Characters as XML has them; those that it cannot have at all are left out. */
export function writeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}

/** The same where several spaces count as one: OpenDocument has an element for more. */
export function writeCollapsed(paragraphTag: string): (text: string) => string {
  const [, prefix] = /^<(\w+):(?:p|h)\b/.exec(paragraphTag) ?? [];
  if (prefix === undefined) return writeXml;
  return (text) =>
    writeXml(text).replace(/ {2,}/g, (spaces) => ` <${prefix}:s ${prefix}:c="${spaces.length - 1}"/>`);
}
