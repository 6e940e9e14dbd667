import { Container } from './container.ts';
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
 * The document with other text: `paragraphs` are those that {@link readContainerText} gave, translated, without their `<p>`.
 *
 * @throws DocumentError; Error when there are more or fewer of them than the document has.
 */
export async function writeContainerText(
  bytes: Buffer,
  type: ContainerType,
  paragraphs: readonly string[],
): Promise<Uint8Array> {
  let next = 0;
  const { container, texts } = await visitParagraphs(bytes, type, (html) => paragraphs[next++] ?? html);
  if (next !== paragraphs.length)
    throw new Error(`${paragraphs.length} paragraphs for a document of ${next}`);
  return container.write(texts);
}

async function visitParagraphs(
  bytes: Buffer,
  type: ContainerType,
  visit: Visit,
): Promise<{ container: Container; texts: Map<string, string> }> {
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
  return { container, texts };
}
