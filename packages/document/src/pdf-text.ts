import { getDocumentProxy } from 'unpdf';
import { checkBeginning } from './container-type.ts';
import { DocumentError } from './document-error.ts';
import { limits } from './limits.ts';

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/**
 * The text of a PDF: lines as they stand on its pages, with an empty line where there is more space between two than usual, and
 * between pages.
 *
 * @throws DocumentError.
 */
export async function readPdfText(bytes: Buffer): Promise<string> {
  checkBeginning(bytes, 'pdf');
  const pdf = await open(bytes);
  if (pdf.numPages > limits.pages) throw new DocumentError('document_too_large', 'It has too many pages.');
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(textOfPage(items.filter((item) => 'str' in item) as TextItem[]));
      page.cleanup();
    } catch (cause) {
      throw new DocumentError('document_unreadable', 'One of its pages cannot be read.', { cause });
    }
    length += pages.at(-1)?.length ?? 0;
    if (length > limits.textLength) throw new DocumentError('document_too_large', 'It has too much text.');
  }
  return pages.filter((page) => page !== '').join('\n\n');
}

async function open(bytes: Buffer) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      disableFontFace: true,
    });
  } catch (cause) {
    if ((cause as Error).name === 'PasswordException') {
      throw new DocumentError('document_encrypted', 'It can be read with a password only.', { cause });
    }
    throw new DocumentError('document_unreadable', 'It is broken or was cut off.', { cause });
  }
}

interface Line {
  text: string;
  readonly top: number;
  readonly height: number;
}

function textOfPage(items: readonly TextItem[]): string {
  const lines: Line[] = [];
  let isNew = true;
  for (const { str, hasEOL, transform, height } of items) {
    const line = lines.at(-1);
    if (isNew || line === undefined) lines.push({ text: str, top: transform[5] ?? 0, height });
    else line.text += str;
    isNew = hasEOL;
  }
  const written = lines.filter(({ text }) => text.trim() !== '');
  return written.map((line, i) => `${separator(written[i - 1], line)}${line.text.trimEnd()}`).join('');
}

/** Lines of a paragraph are as far apart as letters are high, and somewhat more. */
function separator(before: Line | undefined, { top, height }: Line): string {
  if (before === undefined) return '';
  const distance = before.top - top;
  const isNear = distance > 0 && distance <= 1.75 * Math.max(before.height, height, 1);
  return isNear ? '\n' : '\n\n';
}
