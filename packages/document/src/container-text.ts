import { Container } from './container.ts';
import { type Languages, withLanguage } from './container-language.ts';
import { findTextParts } from './container-parts.ts';
import { checkBeginning, checkContainer } from './container-type.ts';
import { DocumentError } from './document-error.ts';
import type { ContainerType } from './document-type.ts';
import { limits } from './limits.ts';
import { rewriteXml, type Visit } from './rewrite-xml.ts';

/**
 * The text of a document as HTML, one `<p>` for each paragraph with letters, in which inline elements have ids; see
 * {@link writeContainerText} for the way back.
 *
 * @throws DocumentError.
 */
export async function readContainerText(bytes: Buffer, type: ContainerType): Promise<string> {
  const paragraphs: string[] = [];
  let length = 0;
  await visitParagraphs(bytes, type, (html) => {
    length += html.length;
    if (length > limits.textLength) throw new DocumentError('document_too_large', 'It has too much text.');
    paragraphs.push(`<p>${html}</p>\n`);
    return html;
  });
  return paragraphs.join('');
}

/**
 * The document with other text: `paragraphs` are those that {@link readContainerText} gave, translated, without their `<p>`. What says of
 * itself that it is in the one of the languages says that it is in the other.
 *
 * @throws DocumentError; Error when there are more or fewer of them than the document has.
 */
export async function writeContainerText(
  bytes: Buffer,
  type: ContainerType,
  paragraphs: readonly string[],
  languages?: Languages,
): Promise<Uint8Array> {
  let next = 0;
  const visit: Visit = (html) => paragraphs[next++] ?? html;
  const { container, names, texts } = await visitParagraphs(bytes, type, visit);
  if (next !== paragraphs.length)
    throw new Error(`${paragraphs.length} paragraphs for a document of ${next}`);
  if (languages !== undefined) await sayLanguage(container, names, texts, languages);
  return container.write(texts);
}

/** Parts without text that say in which language a document is where nothing else does. */
const styleParts = ['word/styles.xml', 'ppt/presentation.xml'];

async function sayLanguage(
  container: Container,
  names: readonly string[],
  texts: Map<string, string>,
  languages: Languages,
): Promise<void> {
  for (const name of [...names, ...styleParts.filter((part) => container.has(part))]) {
    const before = texts.get(name) ?? (await container.read(name));
    const after = withLanguage(before, languages);
    if (after !== before) texts.set(name, after);
  }
}

async function visitParagraphs(
  bytes: Buffer,
  type: ContainerType,
  visit: Visit,
): Promise<{ container: Container; names: readonly string[]; texts: Map<string, string> }> {
  checkBeginning(bytes, type);
  const container = await Container.open(bytes);
  await checkContainer(container, type);
  const { names, kept } = await findTextParts(container, type);
  const texts = new Map<string, string>();
  for (const name of names) {
    const xml = await container.read(name);
    // The cells of a large sheet hold numbers, and their texts lie elsewhere.
    if (/\/worksheets\//.test(name) && !xml.includes('inlineStr')) continue;
    const written = rewriteXml(xml, visit, { kept });
    if (written !== xml) texts.set(name, written);
  }
  return { container, names, texts };
}
