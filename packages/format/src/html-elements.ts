import type { HtmlToken } from './html-tokens.ts';
import type { Span } from './part.ts';

const names = (list: string) => new Set(list.split(' '));

/** Elements within a sentence. All others end it. */
const inlineElements = names(
  'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby ' +
    's samp small source span strike strong sub sup svg math time tt u var wbr',
);
/** Elements that never have an end tag. */
const voidElements = names(
  'area base br col embed frame hr img input link meta param source track wbr basefont bgsound keygen',
);
/** Elements whose content is no text for readers. */
const untranslatable = names(
  'code pre script style kbd samp var svg math iframe noembed noframes xmp plaintext template object tt',
);
/** Elements whose end tag is left out, by what ends them. */
const impliedEnds: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names('li'),
  dt: names('dt dd'),
  dd: names('dt dd'),
  tr: names('tr td th'),
  td: names('td th'),
  th: names('td th'),
  option: names('option'),
};
const translatableAttributes = names(
  'alt title placeholder aria-label aria-description aria-placeholder label',
);
const describingMetas = names(
  'description keywords og:title og:description og:image:alt twitter:title twitter:description twitter:image:alt',
);

export const isInline = (name: string): boolean => inlineElements.has(name);
export const isVoid = (name: string): boolean => voidElements.has(name);

/** Whether an element that begins is ended by another, `name`, that begins. */
export function isEndedBy(element: string, name: string): boolean {
  return (element === 'p' && !isInline(name)) || (impliedEnds[name]?.has(element) ?? false);
}

/** What the tag says about its content: `undefined` for what holds around it. */
export function saysTranslatable(tag: HtmlToken): boolean | undefined {
  const translate = attributeValue(tag, 'translate');
  if (translate !== undefined) return translate !== 'no';
  if (
    attributeValue(tag, 'class')
      ?.split(/\s+/)
      .some((name) => name === 'notranslate')
  )
    return false;
  return untranslatable.has(tag.name) ? false : undefined;
}

/** The values in a tag that readers see or hear, as spans of the whole text. Those without quotation marks are one word. */
export function readableValues(tag: HtmlToken): Span[] {
  return tag.attributes.flatMap(({ name, value, quoted }) =>
    quoted && isReadable(tag, name) ? [value] : [],
  );
}

function isReadable(tag: HtmlToken, name: string): boolean {
  if (tag.name === 'meta') {
    const subject = attributeValue(tag, 'name') ?? attributeValue(tag, 'property') ?? '';
    return name === 'content' && describingMetas.has(subject);
  }
  if (tag.name === 'input' && name === 'value')
    return /^(?:submit|button|reset)$/.test(attributeValue(tag, 'type') ?? '');
  if (tag.name === 'track' || tag.name === 'link') return name === 'label';
  return translatableAttributes.has(name);
}

/** An attribute's value in small letters. */
function attributeValue(tag: HtmlToken, name: string): string | undefined {
  const attribute = tag.attributes.find((each) => each.name === name);
  if (attribute === undefined) return undefined;
  const { start, end } = attribute.value;
  return tag.text
    .slice(start - tag.start, end - tag.start)
    .trim()
    .toLowerCase();
}
