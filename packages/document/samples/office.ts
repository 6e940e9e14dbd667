import { zipped } from './zip.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const showNamespace = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const drawNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Smallest picture there is: a GIF of one dot. */
export const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

function contentTypes(kinds: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(kinds).map(
    ([name, kind]) =>
      `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
  );
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="gif" ContentType="image/gif"/>${overrides.join('')}</Types>`;
}

function relationships(targets: Readonly<Record<string, [type: string, target: string]>>): string {
  const all = Object.entries(targets).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;
}

/** A letter in Word's format with these paragraphs, each the XML of its runs. */
export function docx(
  paragraphs: readonly string[] = letter,
  others: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  const body = paragraphs.map((paragraph) => `<w:p>${paragraph}</w:p>`).join('');
  return zipped({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/footnotes.xml': 'wordprocessingml.footnotes',
      'word/header1.xml': 'wordprocessingml.header',
    }),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relationships({
      rId1: ['footnotes', 'footnotes.xml'],
      rId2: ['hyperlink', 'https://example.org/'],
      rId3: ['header', 'header1.xml'],
    }),
    'word/document.xml': `${declaration}<w:document xmlns:w="${wordNamespace}" xmlns:r="${office}"><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr></w:body></w:document>`,
    'word/footnotes.xml': `${declaration}<w:footnotes xmlns:w="${wordNamespace}"><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Das steht im Gesetz.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    'word/header1.xml': `${declaration}<w:hdr xmlns:w="${wordNamespace}"><w:p><w:r><w:t>Guten Morgen!</w:t></w:r></w:p></w:hdr>`,
    'word/media/dot.gif': picture.toString('latin1'),
    ...others,
  });
}

export const run = (text: string, look = ''): string =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const letter: readonly string[] = [
  `<w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="0" w:name="_Toc1"/>${run('Guten Morgen!')}<w:bookmarkEnd w:id="0"/>`,
  `${run('Der Hund schläft ')}${run('unter', '<w:lang w:val="de-CH"/>')}${run(' dem ')}${run('großen', '<w:b/>')}${run(' Tisch.')}<w:r><w:footnoteReference w:id="2"/></w:r>`,
  `${run('Mehr steht auf ')}<w:hyperlink r:id="rId2">${run('dieser Seite', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>${run('.')}<w:r><w:br/><w:t>Gute Nacht!</w:t></w:r>`,
  run('2025'),
];

/** A show of one slide with these paragraphs, each the XML of its runs. */
export function pptx(paragraphs: readonly string[] = slide): Promise<Buffer> {
  const body = paragraphs.map((paragraph) => `<a:p>${paragraph}</a:p>`).join('');
  const shape = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Titel 1"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>${body}</p:txBody></p:sp>`;
  const tree = (shapes: string) =>
    `<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
  const spaces = `xmlns:a="${drawNamespace}" xmlns:r="${office}" xmlns:p="${showNamespace}"`;
  const map =
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
  return zipped({
    '[Content_Types].xml': contentTypes({
      'ppt/presentation.xml': 'presentationml.presentation.main',
      'ppt/slides/slide1.xml': 'presentationml.slide',
      'ppt/slideLayouts/slideLayout1.xml': 'presentationml.slideLayout',
      'ppt/slideMasters/slideMaster1.xml': 'presentationml.slideMaster',
    }),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'ppt/presentation.xml'] }),
    'ppt/_rels/presentation.xml.rels': relationships({
      rId1: ['slideMaster', 'slideMasters/slideMaster1.xml'],
      rId2: ['slide', 'slides/slide1.xml'],
    }),
    'ppt/presentation.xml': `${declaration}<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    'ppt/slides/_rels/slide1.xml.rels': relationships({
      rId1: ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    }),
    'ppt/slides/slide1.xml': `${declaration}<p:sld ${spaces}>${tree(shape)}</p:sld>`,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships({
      rId1: ['slideMaster', '../slideMasters/slideMaster1.xml'],
    }),
    'ppt/slideLayouts/slideLayout1.xml': `${declaration}<p:sldLayout ${spaces}>${tree('')}</p:sldLayout>`,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships({
      rId1: ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    }),
    'ppt/slideMasters/slideMaster1.xml': `${declaration}<p:sldMaster ${spaces}>${tree('')}${map}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>`,
  });
}

const slide: readonly string[] = [
  '<a:pPr algn="ctr"/><a:r><a:rPr lang="de-CH" dirty="0"/><a:t>Guten </a:t></a:r><a:r><a:rPr lang="de-CH" b="1"/><a:t>Morgen</a:t></a:r><a:r><a:rPr lang="de-DE"/><a:t>!</a:t></a:r><a:endParaRPr lang="de-CH"/>',
  '<a:r><a:t>Der Hund schläft.</a:t></a:r><a:br/><a:r><a:t>Wie geht es Ihnen?</a:t></a:r>',
  '<a:fld id="{1}" type="slidenum"><a:t>1</a:t></a:fld>',
];

/** A workbook whose first column has these texts, each the XML of a shared string. */
export function xlsx(texts: readonly string[] = cells): Promise<Buffer> {
  const rows = texts.map(
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c><c r="B${i + 1}"><v>${i}.5</v></c></row>`,
  );
  const last = texts.length + 1;
  rows.push(
    `<row r="${last}"><c r="A${last}" t="inlineStr"><is><t>Gute Nacht!</t></is></c><c r="B${last}"><f>SUM(B1:B2)</f></c></row>`,
  );
  return zipped({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet',
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      'xl/tables/table1.xml': 'spreadsheetml.table',
    }),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/_rels/workbook.xml.rels': relationships({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['sharedStrings', 'sharedStrings.xml'],
    }),
    'xl/workbook.xml': `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${office}"><sheets><sheet name="Tabelle1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/_rels/sheet1.xml.rels': relationships({ rId1: ['table', '../tables/table1.xml'] }),
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${office}"><sheetData>${rows.join('')}</sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${mainNamespace}" count="${texts.length}" uniqueCount="${texts.length}">${texts.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/tables/table1.xml': `${declaration}<table xmlns="${mainNamespace}" id="1" name="T" displayName="T" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="Spalte"/></tableColumns></table>`,
  });
}

const cells: readonly string[] = [
  '<t>Spalte</t>',
  '<t>Der Hund schläft.</t>',
  '<r><t xml:space="preserve">Guten </t></r><r><rPr><b/></rPr><t>Morgen</t></r><r><t>!</t></r>',
  '<t>Guten Morgen!\nGute Nacht!</t>',
  '<t>12.5</t>',
];
