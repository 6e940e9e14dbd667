import type { Container } from './container.ts';
import { DocumentError } from './document-error.ts';
import type { ContainerType } from './document-type.ts';
import { readXml } from './xml-reader.ts';

/** The parts of a container that hold text, in the order of reading as far as it is known. */
export interface TextParts {
  readonly names: readonly string[];
  /** Texts that name something and have to stay what they are. */
  readonly kept: ReadonlySet<string>;
}

/** Kinds of parts of Office documents that hold text, the main one first. */
const officeKinds: Readonly<Record<'docx' | 'pptx' | 'xlsx', readonly RegExp[]>> = {
  docx: [
    /wordprocessingml\.(?:document|template)\.main\+xml$/,
    /wordprocessingml\.(?:footnotes|endnotes|comments|header|footer)\+xml$/,
    /drawingml\.(?:chart|diagramData|diagramDrawing)\+xml$/,
  ],
  pptx: [
    /presentationml\.slide\+xml$/,
    /presentationml\.notesSlide\+xml$/,
    /drawingml\.(?:chart|diagramData|diagramDrawing)\+xml$/,
  ],
  xlsx: [
    /spreadsheetml\.sharedStrings\+xml$/,
    /spreadsheetml\.(?:worksheet|comments)\+xml$/,
    /officedocument\.drawing\+xml$/,
    /drawingml\.(?:chart|diagramData|diagramDrawing)\+xml$/,
  ],
};

/** @throws DocumentError. */
export async function findTextParts(container: Container, type: ContainerType): Promise<TextParts> {
  switch (type) {
    case 'docx':
    case 'pptx':
    case 'xlsx':
      return findOfficeParts(container, type);
    case 'odt':
    case 'odp':
      return { names: inOrder(container.names.filter(isOpenDocumentPart)), kept: new Set() };
    case 'epub':
      return { names: await findBookParts(container), kept: new Set() };
  }
}

/** Charts are documents of their own within the document. */
function isOpenDocumentPart(name: string): boolean {
  return /^(?:Object \d+\/)?content\.xml$|^styles\.xml$/.test(name);
}

async function findOfficeParts(container: Container, type: 'docx' | 'pptx' | 'xlsx'): Promise<TextParts> {
  const kinds = new Map<string, string>();
  readXml(await container.read('[Content_Types].xml'), {
    open: ({ local, attributes }) => {
      const name = attributes.PartName?.value;
      if (local === 'Override' && name !== undefined)
        kinds.set(name.replace(/^\//, ''), attributes.ContentType?.value ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  const all = container.names.filter((name) => kinds.has(name));
  const names = officeKinds[type].flatMap((kind) =>
    inOrder(all.filter((name) => kind.test(kinds.get(name) ?? ''))),
  );
  const named = all.filter((name) =>
    /spreadsheetml\.(?:table|pivotCacheDefinition)\+xml$/.test(kinds.get(name) ?? ''),
  );
  return { names, kept: await namesOfColumns(container, named) };
}

/** A table's columns are known by the text of their heads, in the table and in formulas. */
async function namesOfColumns(container: Container, parts: readonly string[]): Promise<Set<string>> {
  const kept = new Set<string>();
  for (const part of parts) {
    readXml(await container.read(part), {
      open: ({ local, attributes }) => {
        const name = attributes.name?.value;
        if (/^(?:tableColumn|cacheField)$/.test(local) && name !== undefined)
          kept.add(name.replaceAll('_x000a_', '\n'));
      },
      close: () => undefined,
      text: () => undefined,
    });
  }
  return kept;
}

/** `slide10` comes after `slide9`. */
function inOrder(names: readonly string[]): string[] {
  const numbered = new Intl.Collator('en', { numeric: true });
  return [...names].sort((a, b) => numbered.compare(a, b));
}

/** The package, its chapters in the order of the book, and its tables of contents. */
async function findBookParts(container: Container): Promise<string[]> {
  let packagePart: string | undefined;
  readXml(await container.read('META-INF/container.xml'), {
    open: ({ local, attributes }) => {
      if (local === 'rootfile') packagePart ??= attributes['full-path']?.value;
    },
    close: () => undefined,
    text: () => undefined,
  });
  if (packagePart === undefined || !container.has(packagePart)) {
    throw new DocumentError('document_unreadable', 'The book has no package.');
  }
  const items = new Map<string, { href: string; mediaType: string }>();
  const spine: string[] = [];
  readXml(await container.read(packagePart), {
    open: ({ local, attributes }) => {
      const id = attributes.id?.value;
      const href = attributes.href?.value;
      if (local === 'item' && id !== undefined && href !== undefined) {
        items.set(id, { href, mediaType: attributes['media-type']?.value ?? '' });
      }
      if (local === 'itemref' && attributes.idref !== undefined) spine.push(attributes.idref.value);
    },
    close: () => undefined,
    text: () => undefined,
  });
  const isText = (mediaType: string) => /^application\/(?:xhtml\+xml|x-dtbncx\+xml)$/.test(mediaType);
  const ids = [...spine, ...items.keys()].filter((id) => isText(items.get(id)?.mediaType ?? ''));
  const folder = packagePart;
  const parts = ids.map((id) => resolve(folder, items.get(id)?.href ?? ''));
  return [...new Set([packagePart, ...parts])].filter((name) => container.has(name));
}

/** An address in a part, as the name of a part. */
function resolve(from: string, href: string): string {
  try {
    return decodeURIComponent(new URL(href, `zip:///${encodeURI(from)}`).pathname.slice(1));
  } catch {
    return '';
  }
}
