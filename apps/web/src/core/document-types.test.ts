import { expect, test } from 'vitest';
import { documentTypeOfName, isDocument, isDocumentBody } from './document-types.ts';

test('a name and a body say whether it is a document', () => {
  expect(documentTypeOfName('Brief.ODT')).toBe('application/vnd.oasis.opendocument.text');
  expect(documentTypeOfName('bericht.2025.pdf')).toBe('application/pdf');
  for (const name of ['brief.txt', 'docx', 'constructor', 'a.constructor', '']) {
    expect(documentTypeOfName(name), name).toBeNull();
  }
  expect(isDocumentBody(new Blob(['x'], { type: 'application/epub+zip' }))).toBe(true);
  expect(isDocumentBody(new Blob(['x'], { type: 'text/plain' }))).toBe(false);
  expect(isDocumentBody('x')).toBe(false);
  expect(isDocument('docx')).toBe(true);
  expect(isDocument('html')).toBe(false);
});
