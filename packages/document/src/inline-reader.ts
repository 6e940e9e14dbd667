import type { SaxesTagNS } from 'saxes';
import type { Pair, Paragraph } from './paragraph.ts';
import { formatOfRun, pairTag, plainFormat } from './text-writing.ts';
import { isUntranslatable, type Role } from './xml-roles.ts';

/** An element that is open. */
export interface Frame {
  /** `inside`: of something that is passed on as a whole. */
  readonly role: Role | 'inside';
  readonly tag: SaxesTagNS;
  /** Its number in its paragraph, if it goes around text there. */
  readonly pair?: number;
  /** The look of a run, as far as it is known. */
  props?: string;
}

/** An element that begins in a paragraph. */
export interface InlineElement {
  readonly tag: SaxesTagNS;
  readonly role: Role;
  /** As it is written. */
  readonly open: string;
  /** What it stands in. */
  readonly frames: readonly Frame[];
  /** Has all of it handed over when it ends, as it is written. */
  readonly collect: (use: (raw: string) => void) => void;
}

/** Adds an element to a paragraph: at once, or when it ends. */
export function openInline(paragraph: Paragraph, element: InlineElement): Frame {
  const { tag, role, open, frames, collect } = element;
  const inside: Frame = { role: 'inside', tag };
  switch (role) {
    case 'run':
    case 'text':
      return { role, tag };
    case 'pair':
    case 'link': {
      const isProtected = isUntranslatable(tag);
      const pair = { open, close: '', tag: role === 'link' ? 'a' : pairTag(tag), isProtected };
      return { role, tag, pair: paragraph.open(pair) };
    }
    case 'join':
      return joinPair(paragraph, element);
    case 'hyphen':
      addRunText(paragraph, frames, '\u2011');
      break;
    case 'spaces':
      paragraph.addText(' '.repeat(spacesOf(tag)), paragraph.formatNumber(plainFormat));
      break;
  }
  collect((raw) => addRaw(paragraph, element, raw));
  return inside;
}

/** What is passed on as it is written. */
function addRaw(paragraph: Paragraph, { role, tag, frames }: InlineElement, raw: string): void {
  const run = runOf(frames);
  // What stands in a run stands in one of its own.
  const whole = run === undefined ? raw : `<${run.tag.name}>${run.props ?? ''}${raw}</${run.tag.name}>`;
  switch (role) {
    case 'props':
      if (run !== undefined) run.props = raw;
      return;
    case 'head':
      paragraph.head += raw;
      return;
    case 'tail':
      if (paragraph.items.length === 0 && paragraph.tail === '' && tag.local !== 'endParaRPr')
        paragraph.head += raw;
      else paragraph.tail += raw;
      return;
    case 'hyphen':
    case 'spaces':
    case 'dropped':
      return;
    case 'break':
      paragraph.addBreak(whole);
      return;
    default:
      paragraph.addMark(whole);
  }
}

/** An element between a wrapper and its text is part of the wrapper. */
function joinPair(paragraph: Paragraph, { tag, open, frames, collect }: InlineElement): Frame {
  const pair = paragraph.pairs[frames.at(-1)?.pair ?? -1];
  if (tag.local === 'sdtContent' && pair !== undefined) {
    pair.open += open;
    pair.close = `</${tag.name}>${pair.close}`;
    return { role: 'other', tag };
  }
  collect((raw) => {
    if (pair === undefined) paragraph.addMark(raw);
    else pair.open += raw;
  });
  return { role: 'inside', tag };
}

/** Ends an element that goes around text. */
export function closeInline(paragraph: Paragraph, { pair }: Frame, closeTag: string): void {
  if (pair === undefined) return;
  (paragraph.pairs[pair] as Pair).close += closeTag;
  paragraph.close(pair);
}

/** Adds text in the look of the run that is open; a line break in a cell is a character. */
export function addRunText(paragraph: Paragraph, frames: readonly Frame[], text: string): void {
  const top = frames.at(-1);
  const run = runOf(frames);
  const { format, key } = formatOfRun({
    element: run?.tag.name,
    props: run?.props ?? '',
    text: top?.role === 'text' ? top.tag.name : undefined,
    isDrawing: /\/drawingml\//.test(run?.tag.uri ?? ''),
  });
  const number = paragraph.formatNumber(format, key);
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) paragraph.addBreak(undefined);
    paragraph.addText(line, number);
  }
}

/** The run that is open in the innermost paragraph. */
function runOf(frames: readonly Frame[]): Frame | undefined {
  const found = frames.findLast(({ role }) => role === 'run' || role === 'paragraph');
  return found?.role === 'run' ? found : undefined;
}

function spacesOf({ attributes }: SaxesTagNS): number {
  const count = Object.values(attributes).find(({ local }) => local === 'c')?.value;
  return Math.min(100, Number(count ?? 1) || 1);
}
