/** A PDF of pages of lines, in a font that every reader has; what is in `objects` is added to it. */
export function pdf(pages: readonly (readonly string[])[] = letter, objects: readonly string[] = []): Buffer {
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  for (const [i, lines] of pages.entries()) {
    const shown = lines.map((line) => (line === '' ? 'T*' : `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`));
    const content = `BT /F1 12 Tf 14 TL 72 720 Td ${shown.join(' ')} ET`;
    all.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    );
  }
  return assemble([...all, ...objects]);
}

/** A PDF of these objects, whose first is the catalog. */
export function assemble(objects: readonly string[], trailer = ''): Buffer {
  let written = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = Buffer.byteLength(written, 'latin1');
    written += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = Buffer.byteLength(written, 'latin1');
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  written += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(written, 'latin1');
}

/** That no password opens but one. */
export function encryptedPdf(): Buffer {
  const zeros = '00'.repeat(32);
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [] /Count 0 >>',
    `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${zeros}> /U <${zeros}> >>`,
  ];
  return assemble(all, `/Encrypt 3 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`);
}

const letter: readonly (readonly string[])[] = [
  ['Guten Morgen!', '', 'Der Hund schl\u00e4ft unter dem gro\u00dfen', 'Tisch.', '', 'Wie geht es Ihnen?'],
  ['Gute Nacht!'],
];
