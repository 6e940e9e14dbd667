import { type Parts, zipped } from './zip.ts';

/** A book of one chapter, whose body this is. */
export function epub(body: string = chapter, others: Parts = {}): Promise<Buffer> {
  return zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?>\n<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf':
      '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier><dc:title>Guten Morgen!</dc:title><dc:language>de</dc:language></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="c1" href="Kapitel%201.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c1"/></spine></package>',
    'OEBPS/nav.xhtml':
      '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>Inhalt</title></head><body><nav epub:type="toc"><ol><li><a href="Kapitel%201.xhtml">Guten Morgen!</a></li></ol></nav></body></html>',
    'OEBPS/Kapitel 1.xhtml': `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Kapitel</title><style>p { color: red }</style></head><body>${body}</body></html>`,
    ...others,
  });
}

const chapter = `
<h1>Guten Morgen!</h1>
<p class="first">Der Hund schläft unter dem <em>großen</em> Tisch&#160;und tr&auml;umt.</p>
<div>Gute Nacht! <p>Wie geht es <a href="#x">Ihnen</a>?</p></div>
<pre>if (Code) return;</pre>
`;
