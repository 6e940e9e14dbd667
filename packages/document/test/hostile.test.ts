import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { assemble, docx, encryptedPdf, epub, odp, odt, partsOf, pdf, pptx, xlsx } from '../samples/index.ts';
import { readContainerText } from '../src/container-text.ts';
import { type ContainerType, Documents, type DocumentType } from '../src/index.ts';
import { limits } from '../src/limits.ts';
import { readPdfText } from '../src/pdf-text.ts';
import { type RawEntry, rawZip } from './support/raw-zip.ts';

const documents = new Documents({ atOnce: 2, timeoutMs: 60_000, maxMemoryBytes: 320 * 1024 * 1024 });
const { signal } = new AbortController();

const makers = { docx, pptx, xlsx, odt, odp, epub };
const containers = Object.keys(makers) as ContainerType[];

/** Read here, if not by a process of its own. */
async function refusal(bytes: Uint8Array, type: DocumentType, by?: Documents): Promise<string> {
  const whole = Buffer.from(bytes);
  const here = () => (type === 'pdf' ? readPdfText(whole) : readContainerText(whole, type));
  return (by === undefined ? here() : by.readText(bytes, type, signal)).then(
    (text) => `taken: ${text.slice(0, 100)}`,
    (error: Error & { code?: string }) => error.code ?? error.message,
  );
}

/** The parts that make a document of a type, with others in their place. */
async function entriesOf(
  type: ContainerType,
  changed: Readonly<Record<string, string>> = {},
): Promise<RawEntry[]> {
  const parts = await partsOf(await makers[type]());
  for (const [name, text] of Object.entries(changed)) parts.set(name, text);
  return Array.from(parts, ([name, text]) => ({ name, content: Buffer.from(text) }));
}

const mainParts: Readonly<Record<ContainerType, string>> = {
  docx: 'word/document.xml',
  pptx: 'ppt/slides/slide1.xml',
  xlsx: 'xl/sharedStrings.xml',
  odt: 'content.xml',
  odp: 'content.xml',
  epub: 'OEBPS/Kapitel 1.xhtml',
};

const entities = Array.from({ length: 10 }, (_, i) =>
  i === 0 ? '<!ENTITY l0 "lol">' : `<!ENTITY l${i} "${`&l${i - 1};`.repeat(10)}">`,
).join('');

test.each(containers)('a %s', async (type) => {
  const part = mainParts[type];
  const withPart = async (text: string) => rawZip(await entriesOf(type, { [part]: text }));
  const whole = await entriesOf(type);
  const bytes = rawZip(whole);
  expect(await refusal(bytes, type)).toMatch(/^taken: <p>/);
  const results: Record<string, string> = {
    'cut off': await refusal(bytes.subarray(0, bytes.length / 2), type),
    'other bytes': await refusal(Buffer.concat([Buffer.from('PK'), Buffer.alloc(5000, 7)]), type),
    'a text': await refusal(Buffer.from('Guten Morgen!'), type),
    'another type': await refusal(type === 'odt' ? await odp() : await odt(), type),
    'an old format': await refusal(
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)]),
      type,
    ),
    'its main part broken': await refusal(await withPart('<a><b></a>'), type),
    'billion laughs': await refusal(await withPart(`<!DOCTYPE a [${entities}]><a>&l9;</a>`), type),
    'an outside entity': await refusal(
      await withPart('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
      type,
    ),
    'an unknown entity': await refusal(await withPart('<a>&evil;</a>'), type),
    'a bomb': await refusal(await withPart(`<a>${' '.repeat(2 * limits.ratioFreeBytes)}</a>`), type),
    'deep elements': await refusal(await withPart('<a>'.repeat(5000)), type),
    'more than it says': await refusal(
      rawZip(whole.map((each) => ({ ...each, ...(each.name === part ? { size: 10 } : {}) }))),
      type,
    ),
    'other than it says': await refusal(
      rawZip(whole.map((each) => ({ ...each, ...(each.name === part ? { crc: 1 } : {}) }))),
      type,
    ),
    'a name that leads out': await refusal(
      rawZip([...whole, { name: '../../etc/cron.d/x', content: Buffer.from('x') }]),
      type,
    ),
    'a name from the root': await refusal(
      rawZip([...whole, { name: '/etc/x', content: Buffer.from('x') }]),
      type,
    ),
    'a part twice': await refusal(rawZip([...whole, { name: part, content: Buffer.from('x') }]), type),
    'parts in each other': await refusal(
      rawZip([
        ...whole,
        ...Array.from({ length: 500 }, (_, i) => ({
          name: `x${i}`,
          content: Buffer.alloc(200_000, `${i}`),
          liesAt: 1,
        })),
      ]),
      type,
    ),
    'encrypted parts': await refusal(rawZip(whole.map((each) => ({ ...each, flags: 1 }))), type),
  };
  const unreadable = 'document_unreadable';
  expect(results).toEqual({
    'cut off': unreadable,
    'other bytes': unreadable,
    'a text': 'document_type_mismatch',
    'another type': 'document_type_mismatch',
    'an old format': 'document_type_mismatch',
    'its main part broken': unreadable,
    'billion laughs': unreadable,
    'an outside entity': unreadable,
    'an unknown entity': unreadable,
    'a bomb': 'document_too_large',
    'deep elements': 'document_too_complex',
    'more than it says': unreadable,
    'other than it says': unreadable,
    'a name that leads out': unreadable,
    'a name from the root': unreadable,
    'a part twice': unreadable,
    'parts in each other': unreadable,
    'encrypted parts': 'document_encrypted',
  });
});

test('too large a part, and too many', async () => {
  const noise = randomBytes(750_000).toString('base64');
  const large = await entriesOf('docx', { 'word/document.xml': noise.repeat(34) });
  expect(await refusal(rawZip(large), 'docx')).toBe('document_too_large');
  const none = Buffer.alloc(0);
  const many = Array.from({ length: limits.entries }, (_, i) => ({ name: `x${i}`, content: none }));
  expect(await refusal(rawZip([...(await entriesOf('docx')), ...many]), 'docx')).toBe('document_too_large');
});

test('documents with a password', async () => {
  const office = Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);
  const manifest =
    '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const book =
    '<encryption xmlns="e"><EncryptedData><CipherData><CipherReference URI="OEBPS/Kapitel%201.xhtml"/></CipherData></EncryptedData></encryption>';
  expect(
    await Promise.all([
      refusal(office, 'docx'),
      refusal(await odt(undefined, { 'META-INF/manifest.xml': manifest }), 'odt'),
      refusal(await epub(undefined, { 'META-INF/encryption.xml': book }), 'epub'),
      refusal(encryptedPdf(), 'pdf'),
    ]),
  ).toEqual(Array.from({ length: 4 }, () => 'document_encrypted'));
});

test('a part that is long without end: attributes, names, one text', async () => {
  const million = 'x'.repeat(1_000_000);
  const long = [`<p><a b="${million}">A</a></p>`, `<p${million}>A</p${million}>`, `<p>A${million}</p>`];
  for (const body of long) expect(await refusal(await epub(body), 'epub')).toMatch(/^taken: /);
  const attributes = Array.from({ length: 20_000 }, (_, i) => `a${i}="x"`).join(' ');
  expect(await refusal(await epub(`<p ${attributes}>A</p>`), 'epub')).toMatch(/^taken: /);
});

test('a container within a container is a part like any other', async () => {
  const inner = rawZip([{ name: 'zeros', content: Buffer.alloc(50_000_000) }]);
  const entries = await entriesOf('docx');
  const outer = rawZip([...entries, { name: 'word/embeddings/inner.docx', content: inner }]);
  expect(await refusal(outer, 'docx')).toMatch(/^taken: /);
});

const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const page = (contents: string) =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents ${contents} >>`;
const onePage = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

test('a pdf', async () => {
  const bomb = deflateSync(deflateSync(Buffer.alloc(200_000_000), { level: 1 }), { level: 1 });
  const stream = `<< /Length ${bomb.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${bomb.toString('latin1')}\nendstream`;
  const small = new Documents({ atOnce: 1, timeoutMs: 60_000, maxMemoryBytes: 200 * 1024 * 1024 });
  const loop = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'];
  const results = {
    'cut off': await refusal(pdf().subarray(0, 40), 'pdf'),
    'a text': await refusal(Buffer.from('Guten Morgen!'), 'pdf'),
    'another type': await refusal(await docx(), 'pdf'),
    'pages in themselves': await refusal(assemble(loop), 'pdf'),
    'pages that are not there': await refusal(
      assemble([catalog, '<< /Type /Pages /Kids [] /Count 1000000 >>']),
      'pdf',
    ),
    'a content of itself': await refusal(assemble([catalog, onePage, page('3 0 R')]), 'pdf'),
    'deep lists': await refusal(assemble([catalog, onePage, `${'['.repeat(100_000)}`]), 'pdf'),
    'a bomb': await refusal(assemble([catalog, onePage, page('4 0 R'), stream]), 'pdf', small),
  };
  expect(results).toEqual({
    'cut off': 'document_unreadable',
    'a text': 'document_type_mismatch',
    'another type': 'document_type_mismatch',
    'pages in themselves': 'document_unreadable',
    'pages that are not there': 'taken: ',
    'a content of itself': expect.stringMatching(/^(?:taken: $|document_unreadable$)/),
    'deep lists': 'document_unreadable',
    'a bomb': expect.stringMatching(/^document_too_complex$/),
  });
});

test('what takes too long is ended, and what nobody waits for', async () => {
  const hasty = new Documents({ atOnce: 1, timeoutMs: 1, maxMemoryBytes: 320 * 1024 * 1024 });
  expect(await refusal(await docx(), 'docx', hasty)).toBe('document_too_complex');
  const left = new AbortController();
  const waiting = documents.readText(await docx(), 'docx', left.signal);
  left.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
});

test('documents wait for each other, and each is answered', async () => {
  const bytes = await docx();
  const texts = await Promise.all(Array.from({ length: 3 }, () => documents.readText(bytes, 'docx', signal)));
  expect(new Set(texts).size).toBe(1);
});
