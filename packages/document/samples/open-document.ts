import { type Parts, zipped } from './zip.ts';

const namespaces = ['office', 'text', 'style', 'table', 'draw', 'presentation'].map(
  (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
);
const spaces = [...namespaces, 'xmlns:xlink="http://www.w3.org/1999/xlink"'].join(' ');

function container(kind: string, body: string, others: Parts): Promise<Buffer> {
  const mediaType = `application/vnd.oasis.opendocument.${kind}`;
  return zipped({
    mimetype: mediaType,
    'META-INF/manifest.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${spaces} office:version="1.2"><office:automatic-styles><style:style style:name="T1" style:family="text"/></office:automatic-styles><office:body>${body}</office:body></office:document-content>`,
    ...others,
  });
}

/** A text with these paragraphs, each the XML of what is in it. */
export function odt(paragraphs: readonly string[] = letter, others: Parts = {}): Promise<Buffer> {
  const body = paragraphs
    .map((paragraph) => `<text:p text:style-name="Standard">${paragraph}</text:p>`)
    .join('\n');
  return container('text', `<office:text>${body}</office:text>`, others);
}

const letter: readonly string[] = [
  'Guten Morgen!',
  'Der Hund schläft unter dem <text:span text:style-name="T1">großen</text:span> Tisch.<text:note text:id="ftn1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Das steht im Gesetz.</text:p></text:note-body></text:note>',
  'Mehr steht auf <text:a xlink:type="simple" xlink:href="https://example.org/">dieser Seite</text:a>.<text:line-break/>Gute Nacht!',
  '2025',
];

/** A show of one page with these paragraphs. */
export function odp(
  paragraphs: readonly string[] = ['Guten Morgen!', 'Der Hund schläft.'],
  others: Parts = {},
): Promise<Buffer> {
  const body = paragraphs.map((paragraph) => `<text:p>${paragraph}</text:p>`).join('');
  return container(
    'presentation',
    `<office:presentation><draw:page draw:name="page1"><draw:frame><draw:text-box>${body}</draw:text-box></draw:frame></draw:page></office:presentation>`,
    others,
  );
}
