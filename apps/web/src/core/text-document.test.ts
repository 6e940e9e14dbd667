import { expect, test } from 'vitest';
import { readDocument, toDocument } from './text-document.ts';

const text = 'Grüße aus Köln – „schön“\r\n\tund weiter.\n';
const file = (...parts: BlobPart[]) => new File(parts, 'brief.txt');

test('UTF-8 is sent as it is', async () => {
  const document = await readDocument(file(text));
  expect(await document.body.text()).toBe(text);
  expect(document).toMatchObject({ name: 'brief.txt', length: text.length, preview: text });
});

test('older encodings become UTF-8', async () => {
  const windows = Uint8Array.from('Gr\xfc\xdfe \x84sch\xf6n\x93', (character) => character.charCodeAt(0));
  expect(await (await readDocument(file(windows))).body.text()).toBe('Grüße „schön“');
  const utf16 = new Uint8Array([0xff, 0xfe, 0x4b, 0x00, 0xf6, 0x00]);
  expect(await (await readDocument(file(utf16))).body.text()).toBe('Kö');
});

test('what is no text is refused', async () => {
  await expect(readDocument(file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0xff])))).rejects.toMatchObject({
    code: 'file_not_text',
  });
  await expect(readDocument(file())).rejects.toMatchObject({ code: 'file_empty' });
});

test('a long pasted text becomes a document of the same text', async () => {
  const long = 'Satz. '.repeat(20_000);
  const document = toDocument(long);
  expect(await document.body.text()).toBe(long);
  expect(document.length).toBe(long.length);
  expect(document.preview.length).toBeLessThan(5000);
});
