import { decodeHTML } from 'entities';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { DocumentError } from './document-error.ts';
import { limits } from './limits.ts';

/** What a reader of XML is told, with positions in the text. */
export interface XmlHandler {
  open(tag: SaxesTagNS, start: number, end: number): void;
  close(tag: SaxesTagNS, start: number, end: number): void;
  /** Characters, with what is written as entities or CDATA; they stand behind `start`. */
  text(text: string, start: number): void;
}

/**
 * Reads well-formed XML with namespaces. Entities that a document declares itself are not read, and nothing outside of it is
 * ever looked up; those of HTML mean what they mean.
 *
 * @throws DocumentError `document_unreadable`, `document_too_complex` when elements lie too deep in each other.
 */
export function readXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.ENTITIES = htmlEntities;
  let depth = 0;
  let end = 0;
  parser.on('error', (cause) => {
    throw new DocumentError('document_unreadable', 'A part of the document is not well-formed XML.', {
      cause,
    });
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('['))
      throw new DocumentError('document_unreadable', 'The document declares entities.');
    end = parser.position;
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > limits.depth) {
      throw new DocumentError('document_too_complex', 'Elements lie too deep within each other.');
    }
    const start = xml.lastIndexOf('<', parser.position - 1);
    end = parser.position;
    handler.open(tag, start, end);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    const start = tag.isSelfClosing ? parser.position : xml.lastIndexOf('<', parser.position - 1);
    end = parser.position;
    handler.close(tag, start, end);
  });
  parser.on('text', (text) => handler.text(text, end));
  parser.on('cdata', (text) => {
    handler.text(text, end);
    end = parser.position;
  });
  parser.on('comment', () => {
    end = parser.position;
  });
  parser.on('processinginstruction', () => {
    end = parser.position;
  });
  parser.write(xml).close();
}

const htmlEntities: Record<string, string> = new Proxy({} as Record<string, string>, {
  get: (_, name) => {
    const written = `&${String(name)};`;
    const meant = decodeHTML(written);
    return meant === written ? undefined : meant;
  },
});
