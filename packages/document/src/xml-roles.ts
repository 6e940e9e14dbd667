import type { SaxesTagNS } from 'saxes';

/**
 * What an element is to the text around it.
 *
 * - `paragraph`: holds text; `flow`: may hold paragraphs and, outside of them, text that is one.
 * - `run`, `props`, `text`: text with one look, that look, and the characters (Office Open XML).
 * - `pair`, `link`: goes around text; `join` belongs to the pair that it stands in.
 * - `mark`: stands in the text and stays as it is; `break` ends a line or a column.
 * - `head`, `tail`: say something of the paragraph, at its beginning or end; `dropped`: of no use in another text.
 * - `hyphen`: a character written as an element; `spaces`: as many as it says.
 * - `skip`: nothing in it is text.
 */
export type Role =
  | 'paragraph'
  | 'flow'
  | 'run'
  | 'props'
  | 'text'
  | 'pair'
  | 'link'
  | 'join'
  | 'mark'
  | 'break'
  | 'head'
  | 'tail'
  | 'dropped'
  | 'hyphen'
  | 'spaces'
  | 'skip'
  | 'other';

/** How text stands in a paragraph: in runs, or directly, where white space is one space (`collapsed`). */
export type TextKind = 'runs' | 'collapsed' | 'direct';

export interface Meaning {
  readonly role: Role;
  readonly textKind: TextKind;
}

type Table = Readonly<Record<string, Role>>;

const word: Table = {
  ...roles('paragraph', 'p'),
  ...roles('head', 'pPr bookmarkStart commentRangeStart permStart moveFromRangeStart moveToRangeStart'),
  ...roles('tail', 'bookmarkEnd commentRangeEnd permEnd moveFromRangeEnd moveToRangeEnd'),
  ...roles('run', 'r'),
  ...roles('props', 'rPr'),
  ...roles('text', 't'),
  ...roles('break', 'br cr tab ptab'),
  ...roles('hyphen', 'noBreakHyphen'),
  ...roles('dropped', 'proofErr lastRenderedPageBreak softHyphen'),
  ...roles('link', 'hyperlink'),
  ...roles('pair', 'ins moveTo smartTag sdt dir bdo customXml'),
  ...roles('join', 'sdtContent sdtPr sdtEndPr smartTagPr customXmlPr'),
};

const drawing: Table = {
  ...roles('paragraph', 'p'),
  ...roles('head', 'pPr'),
  ...roles('tail', 'endParaRPr'),
  ...roles('run', 'r'),
  ...roles('props', 'rPr'),
  ...roles('text', 't'),
  ...roles('break', 'br'),
};

const sheet: Table = {
  ...roles('paragraph', 'si is text'),
  ...roles('run', 'r'),
  ...roles('props', 'rPr'),
  ...roles('text', 't'),
  ...roles('tail', 'rPh phoneticPr'),
};

const openDocument: Table = {
  ...roles('paragraph', 'p h'),
  ...roles('pair', 'span meta ruby ruby-base'),
  ...roles('link', 'a'),
  ...roles('spaces', 's'),
  ...roles('break', 'tab line-break'),
  ...roles('dropped', 'soft-page-break'),
  ...roles(
    'head',
    'bookmark bookmark-start reference-mark reference-mark-start change change-start alphabetical-index-mark ' +
      'alphabetical-index-mark-start toc-mark toc-mark-start user-index-mark user-index-mark-start',
  ),
  ...roles(
    'tail',
    'bookmark-end reference-mark-end change-end alphabetical-index-mark-end toc-mark-end user-index-mark-end',
  ),
  ...roles('skip', 'tracked-changes'),
};

const xhtml: Table = {
  ...roles('link', 'a'),
  ...roles(
    'pair',
    'abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby s samp small span strike strong ' +
      'sub sup time tt u var',
  ),
  ...roles('break', 'br'),
  ...roles(
    'mark',
    'img svg math object audio video canvas iframe input button select meter progress map embed rt rp wbr picture',
  ),
  ...roles('skip', 'script style pre textarea noscript template'),
};

function roles(role: Role, names: string): Table {
  return Object.fromEntries(names.split(' ').map((name) => [name, role]));
}

/** Namespaces by their end, for Office has two of each. */
const vocabularies: readonly [RegExp, Table, TextKind][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, word, 'runs'],
  [/\/drawingml\/(?:2006\/)?main$/, drawing, 'runs'],
  [/\/spreadsheetml\/(?:2006\/)?main$/, sheet, 'runs'],
  [/^urn:oasis:names:tc:opendocument:xmlns:text:1\.0$/, openDocument, 'collapsed'],
  [/^http:\/\/www\.w3\.org\/1999\/xhtml$/, xhtml, 'collapsed'],
  [/^urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1\.0$/, roles('paragraph', 'title desc'), 'direct'],
  [/^http:\/\/www\.daisy\.org\/z3986\/2005\/ncx\/$/, roles('paragraph', 'text'), 'direct'],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, roles('paragraph', 'title description'), 'direct'],
];

const known = new Map<string, (typeof vocabularies)[number] | undefined>();

export function meaningOf(tag: SaxesTagNS): Meaning {
  if (!known.has(tag.uri))
    known.set(
      tag.uri,
      vocabularies.find(([namespace]) => namespace.test(tag.uri)),
    );
  const [, table, textKind] = known.get(tag.uri) ?? [undefined, {} as Table, 'direct' as const];
  const role = Object.hasOwn(table, tag.local) ? (table[tag.local] as Role) : undefined;
  if (table === xhtml) return { role: xhtmlRole(tag, role), textKind };
  if (table === word && tag.local === 'br' && isPageBreak(tag)) return { role: 'mark', textKind };
  // In a Word paragraph these are fields and pictures; elsewhere they are structure that holds paragraphs.
  return { role: role ?? 'other', textKind };
}

function xhtmlRole(tag: SaxesTagNS, role: Role | undefined): Role {
  const isBlock = role === undefined;
  if (isBlock && isUntranslatable(tag)) return 'skip';
  return role ?? 'flow';
}

/** Whether an element says that it is not to be translated. */
export function isUntranslatable({ attributes }: SaxesTagNS): boolean {
  if (attributes.translate?.value === 'no') return true;
  return (attributes.class?.value ?? '').split(/\s+/).includes('notranslate');
}

function isPageBreak({ attributes }: SaxesTagNS): boolean {
  return Object.values(attributes).some(
    ({ local, value }) => local === 'type' && (value === 'page' || value === 'column'),
  );
}

export const isXhtml = ({ uri }: SaxesTagNS): boolean => uri === 'http://www.w3.org/1999/xhtml';
