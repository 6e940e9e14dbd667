import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docx, epub, letter, odp, odt, pdf, pptx, xlsx } from '../samples/index.ts';
import { readContainerText, writeContainerText } from '../src/container-text.ts';
import { DocumentError } from '../src/document-error.ts';
import type { ContainerType } from '../src/index.ts';
import { readPdfText } from '../src/pdf-text.ts';
import { rewriteXml } from '../src/rewrite-xml.ts';
import { readXml } from '../src/xml-reader.ts';

const samples: Readonly<Record<ContainerType, Buffer>> = {
  docx: await docx(),
  pptx: await pptx(),
  xlsx: await xlsx(),
  odt: await odt(),
  odp: await odp(),
  epub: await epub(),
};

/** Bytes of a document with some of them changed, or without its end. */
function damaged(whole: Buffer): fc.Arbitrary<Buffer> {
  const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }));
  return fc.tuple(fc.array(change, { maxLength: 6 }), fc.nat(whole.length)).map(([changes, end]) => {
    const bytes = Buffer.from(whole.subarray(0, end % 3 === 0 ? end : whole.length));
    for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
    return bytes;
  });
}

async function expectTextOrRefusal(reading: Promise<string>): Promise<void> {
  const result = await reading.catch((error: unknown) => error);
  if (typeof result !== 'string') expect(result).toBeInstanceOf(DocumentError);
}

test.each(Object.keys(samples) as ContainerType[])('a damaged %s is read or refused', async (type) => {
  const read = (bytes: Buffer) => expectTextOrRefusal(readContainerText(bytes, type));
  await fc.assert(fc.asyncProperty(damaged(samples[type]), read), { numRuns: 60 });
});

test('a damaged PDF is read or refused', async () => {
  const read = (bytes: Buffer) => expectTextOrRefusal(readPdfText(bytes));
  await fc.assert(fc.asyncProperty(damaged(pdf()), read), { numRuns: 60 });
});

const tag = fc
  .tuple(
    fc.constantFrom('', '/'),
    fc.constantFrom('a', 'b', 'i', 'span', 'img', 'br', 'p', 'w:t', 'x'),
    fc.nat(6),
  )
  .map(([slash, name, id]) => `<${slash}${name} id="${id}">`);
const target = fc
  .array(
    fc.oneof(
      tag,
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('&amp;', '&#0;', '<', ']]>', '<!--'),
    ),
  )
  .map((pieces) => pieces.join(''));

const spaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="urn:r"';

test('whatever a translation is, the document is well-formed, and nothing that stands in the text is lost', () => {
  const xml = `<w:document ${spaces}>${letter.map((each) => `<w:p>${each}</w:p>`).join('')}</w:document>`;
  fc.assert(
    fc.property(fc.array(target, { minLength: 3, maxLength: 3 }), (targets) => {
      let next = 0;
      const written = rewriteXml(xml, (html) => targets[next++] ?? html);
      const nothing = () => undefined;
      readXml(written, { open: nothing, close: nothing, text: nothing });
      for (const kept of [
        '<w:footnoteReference w:id="2"/>',
        '<w:bookmarkStart',
        '<w:pStyle',
        'r:id="rId2"',
      ]) {
        expect(written.split(kept)).toHaveLength(2);
      }
      expect(written.match(/<w:p>/g)).toHaveLength(letter.length);
    }),
    { numRuns: 500 },
  );
});

test.each(Object.keys(samples) as ContainerType[])(
  'what is written into a %s is read from it',
  async (type) => {
    const text = await readContainerText(samples[type], type);
    const count = text.match(/<p>/g)?.length ?? 0;
    const words = Array.from({ length: count }, (_, i) => `Wort ${i} & <b>so</b> weiter`);
    const escaped = words.map((word) =>
      word.replace('&', '&amp;').replace('<b>', '&lt;b&gt;').replace('</b>', '&lt;/b&gt;'),
    );
    const written = Buffer.from(await writeContainerText(samples[type], type, escaped));
    const read = await readContainerText(written, type);
    const plain = [...read.matchAll(/<p>(.*)<\/p>\n/g)].map(([, html = '']) =>
      html.replace(/<[^>]*>/g, '').trim(),
    );
    expect(plain).toEqual(escaped);
  },
);
