import type { Container } from './container.ts';
import { DocumentError } from './document-error.ts';
import type { ContainerType, DocumentType } from './document-type.ts';

/** Media types that say what a container is. */
const officeMains: Readonly<Record<string, ContainerType>> = {
  'wordprocessingml.document.main+xml': 'docx',
  'wordprocessingml.template.main+xml': 'docx',
  'presentationml.presentation.main+xml': 'pptx',
  'presentationml.slideshow.main+xml': 'pptx',
  'presentationml.template.main+xml': 'pptx',
  'spreadsheetml.sheet.main+xml': 'xlsx',
  'spreadsheetml.template.main+xml': 'xlsx',
};
const mimetypes: Readonly<Record<string, ContainerType>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.text-template': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.presentation-template': 'odp',
  'application/epub+zip': 'epub',
};

/** What Office wraps a document in that has a password; also what its old formats are. */
const compoundFile = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Looks at the first bytes: whether it may be of the type at all.
 *
 * @throws DocumentError `document_type_mismatch`, `document_encrypted`.
 */
export function checkBeginning(bytes: Buffer, type: DocumentType): void {
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    if (bytes.includes(encryptedPackage)) throw new DocumentError('document_encrypted', 'It has a password.');
    throw mismatch(type);
  }
  const isPdf = bytes.subarray(0, 1024).includes('%PDF-');
  const isZip = bytes.subarray(0, 2).equals(Buffer.from('PK'));
  if (type === 'pdf' ? !isPdf : !isZip) throw mismatch(type);
}

/**
 * Looks at what a container says of itself.
 *
 * @throws DocumentError `document_type_mismatch`, `document_encrypted`.
 */
export async function checkContainer(container: Container, type: ContainerType): Promise<void> {
  const said = container.has('[Content_Types].xml')
    ? officeType(await container.read('[Content_Types].xml'))
    : container.has('mimetype')
      ? mimetypes[(await container.read('mimetype')).trim()]
      : undefined;
  if (said !== type) throw mismatch(type);
  const isOpenDocument = type === 'odt' || type === 'odp';
  if (isOpenDocument && container.has('META-INF/manifest.xml')) {
    const manifest = await container.read('META-INF/manifest.xml');
    if (/<(?:\w+:)?encryption-data\b/.test(manifest))
      throw new DocumentError('document_encrypted', 'It has a password.');
  }
  if (type === 'epub' && container.has('META-INF/encryption.xml')) {
    const encrypted = await container.read('META-INF/encryption.xml');
    // Fonts may be; they are looked at by nobody here.
    if (/URI\s*=\s*["'][^"']*\.x?html?["']/i.test(encrypted)) {
      throw new DocumentError('document_encrypted', 'Its chapters are encrypted.');
    }
  }
}

function officeType(contentTypes: string): ContainerType | undefined {
  for (const [main, type] of Object.entries(officeMains)) {
    if (contentTypes.includes(`openxmlformats-officedocument.${main}`)) return type;
  }
  return undefined;
}

function mismatch(type: DocumentType): DocumentError {
  return new DocumentError('document_type_mismatch', `It is no ${type}.`);
}
