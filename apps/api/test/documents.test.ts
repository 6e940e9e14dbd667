import type { Problem, Translation } from '@unlimited/contract';
import { createDatabase, readDocument } from '@unlimited/db';
import { docx, epub, odp, odt, partsOf, pdf, pptx, run, xlsx } from '@unlimited/document/samples';
import { describe, expect, test } from 'vitest';
import { documentMediaTypes } from '../src/services/text-formats.ts';
import type { Client } from './support/client.ts';
import { runningApi } from './support/running-api.ts';

const api = runningApi({ OWNER_QUOTA: '200000' });

type Type = keyof typeof documentMediaTypes;

function send(visitor: Client, type: Type, bytes: Buffer, query = 'sourceLang=de&targetLang=en') {
  return visitor.upload(bytes, query, { 'content-type': documentMediaTypes[type] });
}

async function translated(visitor: Client, type: Type, bytes: Buffer): Promise<Translation> {
  const response = await send(visitor, type, bytes);
  expect(response.status, await response.clone().text()).toBe(201);
  const translation = (await response.json()) as Translation;
  await untilDone(visitor, translation.id);
  return translation;
}

async function untilDone(visitor: Client, id: string): Promise<void> {
  for await (const { event } of visitor.events(id)) if (event.event === 'done') return;
}

const morning = /Good morning/;
const dog = /dog|Dog/;

test.each([
  {
    type: 'docx' as const,
    make: docx,
    part: 'word/document.xml',
    texts: [
      morning,
      dog,
      /<w:rPr><w:b\/><\/w:rPr><w:t xml:space="preserve">(?:big|large|great)/,
      /<w:hyperlink r:id="rId2">/,
    ],
    kept: [
      '<w:pStyle w:val="Heading1"/>',
      '<w:footnoteReference w:id="2"/>',
      '<w:t xml:space="preserve">2025</w:t>',
    ],
  },
  {
    type: 'pptx' as const,
    make: pptx,
    part: 'ppt/slides/slide1.xml',
    texts: [/<a:t>Good /, /<a:rPr lang="en-US" b="1"\/><a:t>morning/, dog],
    kept: ['<a:pPr algn="ctr"/>', '<a:fld id="{1}" type="slidenum"><a:t>1</a:t></a:fld>'],
  },
  {
    type: 'xlsx' as const,
    make: xlsx,
    part: 'xl/sharedStrings.xml',
    texts: [dog, /<rPr><b\/><\/rPr><t xml:space="preserve">morning/],
    kept: ['<si><t>Spalte</t></si>', '<si><t>12.5</t></si>'],
  },
  {
    type: 'odt' as const,
    make: odt,
    part: 'content.xml',
    texts: [morning, dog, /<text:span text:style-name="T1">/],
    kept: [
      'xlink:href="https://example.org/"',
      '<text:line-break/>',
      '<text:note-citation>1</text:note-citation>',
    ],
  },
  {
    type: 'odp' as const,
    make: odp,
    part: 'content.xml',
    texts: [morning, dog],
    kept: ['draw:name="page1"'],
  },
  {
    type: 'epub' as const,
    make: epub,
    part: 'OEBPS/Kapitel 1.xhtml',
    texts: [/<h1>Good morning[.!]<\/h1>/, dog, /<em>/, /<a href="#x">/],
    kept: ['<style>p { color: red }</style>', '<pre>if (Code) return;</pre>', '<p class="first">'],
  },
])('a $type comes back as one, with its text translated', async ({ type, make, part, texts, kept }) => {
  const visitor = api.visitor();
  const original = await make();
  const { id, format, excerpt } = await translated(visitor, type, original);
  expect(format).toBe(type);
  expect(excerpt).not.toContain('<');

  const response = await visitor.fetch(`/api/translations/${id}/target`);
  expect(response.headers.get('content-type')).toBe(documentMediaTypes[type]);
  expect(response.headers.get('content-disposition')).toBe(`attachment; filename="translation.${type}"`);
  const [before, after] = await Promise.all([
    partsOf(original),
    partsOf(Buffer.from(await response.arrayBuffer())),
  ]);
  expect([...after.keys()]).toEqual([...before.keys()]);
  for (const text of texts) expect(after.get(part)).toMatch(text);
  for (const text of kept) expect(after.get(part)).toContain(text);
  expect(after.get(part)).not.toMatch(/Hund/);
});

test('a PDF becomes a plain text', async () => {
  const visitor = api.visitor();
  const { id, format } = await translated(visitor, 'pdf', pdf());
  expect(format).toBe('plain');
  const response = await visitor.fetch(`/api/translations/${id}/target`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toMatch(/^Good morning[.!]\n\n.*dog[\s\S]*\n\n.*\n\n.*night/i);
});

test('an edited paragraph is in the document', async () => {
  const visitor = api.visitor();
  const { id } = await translated(visitor, 'docx', await docx([run('Guten Morgen!')]));
  const segments = await visitor.segments(id);
  const first = segments.find(({ sourceText }) => sourceText === 'Guten Morgen!');
  const edit = { targetText: 'A < B & <w:evil/></p><p>C' };
  await visitor.send('PUT', `/api/translations/${id}/segments/${first?.index}`, edit);
  const response = await visitor.fetch(`/api/translations/${id}/target`);
  const parts = await partsOf(Buffer.from(await response.arrayBuffer()));
  expect(parts.get('word/document.xml')).toContain('<w:t xml:space="preserve">A &lt; B &amp; C</w:t>');
});

test('its text can be had as such, and a form may hold a glossary beside it', async () => {
  const visitor = api.visitor();
  const headers = { accept: 'text/plain', 'content-type': documentMediaTypes.odt };
  const response = await visitor.upload(await odt(['Guten Morgen!', 'Gute Nacht!']), undefined, headers);
  expect(await response.text()).toMatch(/^Good morning[.!]\n\nGood night[.!]\n\n$/);

  const form = new FormData();
  form.set('sourceLang', 'auto');
  form.set('targetLang', 'en');
  form.set('glossary', JSON.stringify([{ source: 'Tisch', target: 'desk' }]));
  form.set('document', new Blob([await odt()]), 'Brief.ODT');
  const sent = await visitor.fetch('/api/translations', { method: 'POST', body: form });
  const { id, detected } = (await sent.json()) as Translation;
  expect(detected).toBe(true);
  await untilDone(visitor, id);
  const target = await visitor.fetch(`/api/translations/${id}/target`);
  expect((await partsOf(Buffer.from(await target.arrayBuffer()))).get('content.xml')).toContain('desk');
});

test('it is stored as long as its translation, and counts', async () => {
  const db = createDatabase({ url: api.databaseUrl });
  const visitor = api.visitor();
  const document = await docx();
  const { id } = await translated(visitor, 'docx', document);
  expect((await readDocument(db, id))?.equals(document)).toBe(true);
  await visitor.fetch(`/api/translations/${id}`, { method: 'DELETE' });
  await expect.poll(() => readDocument(db, id), { timeout: 30_000 }).toBeUndefined();

  const large = await docx(undefined, { 'word/media/noise.txt': noise(250_000) });
  expect(await visitor.problem(send(visitor, 'docx', large))).toMatchObject({ code: 'quota_exceeded' });
  await db.destroy();
});

test('it can be had when all of it is translated, or when it was stopped', async () => {
  const visitor = api.visitor();
  const paragraphs = Array.from({ length: 2000 }, (_, i) => run(`Der Hund schläft seit ${i} Tagen.`));
  const response = await send(visitor, 'docx', await docx(paragraphs));
  const { id } = (await response.json()) as Translation;
  const early = await visitor.fetch(`/api/translations/${id}/target`);
  expect(early.headers.get('retry-after')).toBe('5');
  expect(((await early.json()) as Problem).code).toBe('document_not_finished');
  await visitor.fetch(`/api/translations/${id}/cancel`, { method: 'POST' });
  const stopped = await visitor.fetch(`/api/translations/${id}/target`);
  const parts = await partsOf(Buffer.from(await stopped.arrayBuffer()));
  // What is not translated is not lost.
  expect(parts.get('word/document.xml')?.match(/<w:p>/g)).toHaveLength(2000);
  expect(parts.get('word/document.xml')).toContain('Der Hund schläft seit 1999 Tagen.');
});

test('LibreTranslate’s clients send it and take it at once', async () => {
  for (const [name, bytes] of [
    ['a.docx', await docx()],
    ['b.pdf', pdf()],
  ] as const) {
    const body = new FormData();
    body.set('source', 'auto');
    body.set('target', 'en');
    body.set('file', new Blob([bytes]), name);
    const sent = await fetch(`${api.url}/translate_file`, { method: 'POST', body });
    const { translatedFileUrl } = (await sent.json()) as { translatedFileUrl: string };
    const response = await fetch(translatedFileUrl);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="translation_en.${name === 'a.docx' ? 'docx' : 'txt'}"`,
    );
    const received = Buffer.from(await response.arrayBuffer());
    const text = name === 'a.docx' ? (await partsOf(received)).get('word/document.xml') : received.toString();
    expect(text).toMatch(morning);
  }
  const body = new FormData();
  for (const [field, value] of [
    ['source', 'de'],
    ['target', 'en'],
  ] as const)
    body.set(field, value);
  body.set('file', new Blob(['Guten Morgen!']), 'a.docx');
  const refused = await fetch(`${api.url}/translate_file`, { method: 'POST', body });
  expect({ status: refused.status, body: await refused.json() }).toEqual({
    status: 415,
    body: { error: 'It is no docx.' },
  });
});

describe('where little is taken', () => {
  const small = runningApi({ MAX_DOCUMENT_BYTES: '5000', DOCUMENT_MEMORY_MB: '64' });

  test('larger documents are refused while they come, and those that take too much when they are read', async () => {
    const visitor = small.visitor();
    const large = await visitor.problem(send(visitor, 'odt', Buffer.alloc(6000)));
    expect(large).toMatchObject({
      code: 'document_too_large',
      status: 413,
      detail: 'At most 5000 bytes are taken.',
    });
    // A process that has no more memory than that reads nothing.
    const complex = await visitor.problem(send(visitor, 'odt', await odt()));
    expect(complex).toMatchObject({ code: 'document_too_complex', status: 422 });
    expect((await visitor.json<{ translations: unknown[] }>('/api/translations')).translations).toEqual([]);
  });

  test('no format is said of a document, and none is taken under an unknown name', async () => {
    const visitor = small.visitor();
    const said = send(visitor, 'odt', await odt(), 'sourceLang=de&targetLang=en&format=html');
    expect(await visitor.problem(said)).toMatchObject({ code: 'invalid_request' });
    const form = new FormData();
    for (const [field, value] of Object.entries({ sourceLang: 'de', targetLang: 'en' }))
      form.set(field, value);
    form.set('document', new Blob(['x']), 'brief.doc');
    const unknown = visitor.fetch('/api/translations', { method: 'POST', body: form });
    expect(await visitor.problem(unknown)).toMatchObject({ code: 'unsupported_media_type' });
    expect(await visitor.problem(send(visitor, 'pdf', Buffer.alloc(0)))).toMatchObject({
      code: 'text_empty',
    });
  });
});

/** Characters that no packer makes shorter. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(33 + ((state >>> 24) % 90));
  }).join('');
}
